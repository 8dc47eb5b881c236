/** The walk over text: every node gets the cheap test; only containers of hopeful ones are read properly. */
import type { Matcher } from '../../core/matching/types.ts';
import { containerOf } from './blocks.ts';
import type { PageIndex } from './page-index.ts';
import { inSlices } from './slices.ts';

const WORD_CHARACTER = /[\p{L}\p{N}]/u;
/** Nodes between two looks at the clock. */
const BATCH = 40;

/** Reads all text below `root` into `index`; `found` hears of each container with candidates. */
export async function scanTree(
  root: Node,
  matcher: Matcher,
  index: PageIndex,
  found: (container: Element) => void,
  signal: AbortSignal,
): Promise<void> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const known = new Map<Element, Element | undefined>();
  const done = new Set<Element>();
  let previous: Text | undefined;
  function* steps(): Generator<void> {
    let count = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (++count % BATCH === 0) yield;
      const hopeful = matcher.mayMatch(node.data) || (previous !== undefined && splitsWord(previous, node, matcher));
      previous = node;
      if (!hopeful) continue;
      const container = containerOf(node, known);
      if (!container || done.has(container)) continue;
      done.add(container);
      if (index.renew(container)) found(container);
    }
  }
  await inSlices(steps(), signal);
}

/** Whether a word runs across the border of two neighbouring nodes and may begin a form: `<b>magne</b>sium`. */
function splitsWord(before: Text, after: Text, matcher: Matcher): boolean {
  if (!WORD_CHARACTER.test(before.data.at(-1) ?? '') || !WORD_CHARACTER.test(after.data[0] ?? '')) return false;
  const head = /[\p{L}\p{N}]{1,40}$/u.exec(before.data.slice(-40))?.[0] ?? '';
  return matcher.mayMatch(head + after.data.slice(0, 40));
}
