/** Keeping up with a page that changes: one observer, bursts taken together, work in slices. */
import type { Matcher } from '../../core/matching/types.ts';
import { containerOf } from './blocks.ts';
import type { PageIndex } from './page-index.ts';
import { scanTree } from './scan.ts';
import { inSlices } from './slices.ts';

/** Milliseconds of quiet before changes are read: a burst is read once. */
const QUIET = 120;

export interface ChangeListener {
  /** Containers that have candidates now, new or renewed. */
  found(container: Element): void;
  /** Containers without candidates, or gone from the document. */
  lost(container: Element): void;
  /** After a batch of changes was read. */
  settled(): void;
}

/** Watches `root` until the signal aborts. */
export function watchChanges(
  root: Node,
  matcher: Matcher,
  index: PageIndex,
  listener: ChangeListener,
  signal: AbortSignal,
): void {
  const added = new Set<Node>();
  const changed = new Set<Node>();
  let removed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') changed.add(record.target);
      else {
        for (const node of record.addedNodes) added.add(node);
        removed ||= record.removedNodes.length > 0;
        changed.add(record.target);
      }
    }
    schedule();
  });
  const schedule = () => {
    if (!reading) timer ??= setTimeout(read, QUIET);
  };
  const read = async () => {
    timer = undefined;
    reading = true;
    const trees = [...added].filter((node) => node.isConnected);
    const places = [...changed];
    added.clear();
    changed.clear();
    if (removed) for (const container of index.dropDisconnected()) listener.lost(container);
    removed = false;
    await renewContainers(places);
    for (const tree of trees) {
      if (tree.nodeType === Node.TEXT_NODE || !tree.isConnected) continue;
      await scanTree(tree, matcher, index, listener.found, signal);
    }
    if (signal.aborted) return;
    listener.settled();
    reading = false;
    if (added.size + changed.size > 0) schedule();
  };
  const renewContainers = async (places: readonly Node[]) => {
    const known = new Map<Element, Element | undefined>();
    const containers = new Set<Element>();
    for (const place of places) {
      if (!place.isConnected) continue;
      const container = containerOf(place.nodeType === Node.TEXT_NODE ? place : (place.firstChild ?? place), known);
      if (container) containers.add(container);
    }
    function* steps(): Generator<void> {
      for (const container of containers) {
        if (index.renew(container)) {
          if (index.has(container)) listener.found(container);
          else listener.lost(container);
        }
        yield;
      }
    }
    await inSlices(steps(), signal);
  };

  observer.observe(root, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
