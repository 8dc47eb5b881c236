/**
 * Looks out for health terms with the small table of triggers: one pass over the frame's text, then over what changes.
 * It ends with the first trigger that stands in text of a language we know; the page engine is fetched then.
 */
import { isConnected, isElement, isText, parentOf } from './dom.ts';
import { Lull } from './lull.ts';
import { Roots, type Tree } from './roots.ts';
import { inSlices } from './slices.ts';
import { SplitWords } from './split-words.ts';
import { isLeftAlone, TELLING_ATTRIBUTES } from './tags.ts';
import { walk } from './walk.ts';

/** Milliseconds of rest for each millisecond of work: a page that never stops changing loses no more than 3 % to us. */
const REST = 30;
/** Longest rest in milliseconds, however slow the machine. */
const LONGEST_REST = 4000;
/** Changed places that are kept apart; beyond that the frame is read as a whole. */
const MOST_CHANGES = 500;
/** Characters of one text that are read at a time, with what the pieces share so that no term is cut. */
const PIECE = 20_000;
const OVERLAP = 100;

/** Says of a node whether the language of its text is ours. */
export type Accepts = (parent: Node) => boolean;

/**
 * Calls `found` once, and stops then or when the signal aborts. `language` is asked at the first trigger, with the text
 * node where it fired.
 */
export function lookOut(
  fires: (text: string) => boolean,
  language: (near: Text) => Promise<Accepts>,
  found: () => void,
  signal: AbortSignal,
): void {
  const life = new AbortController();
  const trees = new Set<Tree>();
  const changed = new Set<Node>([document]);
  let reading = false;
  let rest = 0;
  let hit: Text | undefined;
  let accepts: Accepts | undefined;
  /** Whether a trigger stands where it does not count: attributes may change that. */
  let isLeftOut = false;

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (changed.size > MOST_CHANGES) break;
      if (type === 'childList') for (const node of addedNodes) changed.add(node);
      else changed.add(target);
    }
    if (changed.size > MOST_CHANGES) for (const tree of trees) changed.add(tree);
    schedule();
  });
  const watch = (tree: Tree) => {
    trees.add(tree);
    changed.add(tree);
    observe(tree);
    schedule();
  };
  const observe = (tree: Tree) => {
    const attributes = isLeftOut ? { attributeFilter: TELLING_ATTRIBUTES } : {};
    observer.observe(tree, { childList: true, characterData: true, subtree: true, ...attributes });
  };
  const schedule = () => {
    if (!reading && !life.signal.aborted) lull.changed(Math.min(rest, LONGEST_REST));
  };
  const read = async () => {
    lull.cancel();
    reading = true;
    const places = changed.size > MOST_CHANGES ? [...trees] : [...changed];
    changed.clear();
    for (const tree of trees) if (!isConnected(tree)) trees.delete(tree);
    roots.lookAgain();
    const steps = look(places);
    rest = 0;
    do {
      hit = undefined;
      rest += REST * (await inSlices(untilHit(steps), life.signal));
      if (life.signal.aborted) return;
      if (hit && !accepts) accepts = await language(hit);
    } while (hit && !counts(hit));
    if (hit && !life.signal.aborted) {
      life.abort();
      return found();
    }
    reading = false;
    if (changed.size > 0) schedule();
  };

  function* untilHit(steps: Iterator<unknown>): Generator<void> {
    while (!hit && !steps.next().done) yield;
  }
  function* look(places: readonly Node[]): Generator<void> {
    const words = new SplitWords();
    const test = (text: Text) => {
      const split = words.meet(text);
      if (fires(text.data) || (split !== '' && fires(split))) note(text);
    };
    for (const place of places) {
      if (isText(place)) test(place);
      const long: Text[] = [];
      const text = (node: Text) => (node.length > PIECE ? void long.push(node) : test(node));
      if (isConnected(place)) yield* walk(place, text, probe);
      for (const node of long) {
        for (let at = 0; at < node.length; at += PIECE) {
          if (fires(node.data.slice(at, at + PIECE + OVERLAP))) note(node);
          yield;
        }
      }
    }
  }
  /** A host that was met before came back with its tree. */
  const probe = (element: Element) => {
    const root = roots.probe(element);
    if (root) trees.add(root);
  };
  const note = (text: Text) => {
    if (!hit && counts(text)) hit = text;
  };
  const counts = (text: Text) => {
    const parent = parentOf(text);
    if (parent && isReadingMatter(parent) && (accepts === undefined || accepts(parent))) return true;
    if (!isLeftOut) {
      isLeftOut = true;
      for (const tree of trees) observe(tree);
    }
    return false;
  };

  const lull = new Lull(() => void read());
  const roots = new Roots(watch, life.signal);
  signal.addEventListener('abort', () => life.abort());
  life.signal.addEventListener('abort', () => {
    observer.disconnect();
    lull.cancel();
    trees.clear();
    changed.clear();
  });
  watch(document);
  void read();
}

/** Whether the text in `parent` is for reading: not code, not an editor. */
function isReadingMatter(parent: Node): boolean {
  for (let node: Node | null = parent; node; node = parentOf(node)) {
    if (isElement(node) && isLeftAlone(node)) return false;
  }
  return document.designMode !== 'on';
}
