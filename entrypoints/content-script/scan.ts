/** The walk over text: every node gets the cheap test; only containers of hopeful ones are read properly. */
import { isLetter } from '../../core/matching/fold.ts';
import { type Container, containerIn, containerOf, type Known, MOST_TEXT } from './blocks.ts';
import { isElement, isFragment, parentOf } from './dom.ts';
import type { PageIndex } from './page-index.ts';
import { turn } from './slices.ts';
import { isInline } from './tags.ts';
import { walk } from './walk.ts';

/** Longest part of a word that is looked at across the border of two nodes. */
const REACH = 40;

/** Reads all text below `root` into `index`, yielding where the page may go first; `element` hears of every element. */
export function* scanTree(
  root: Node,
  mayMatch: (text: string) => boolean,
  index: PageIndex,
  element: (element: Element) => void,
): Generator<void> {
  const done = new Set<Container>();
  const hopeful: Text[] = [];
  let known: Known = new Map();
  let since = turn();
  let previous = '';
  const test = (node: Text) => {
    const { data } = node;
    const goesOn = previous !== '' && data !== '' && isLetter(data.charCodeAt(0));
    if (data.length > MOST_TEXT || mayMatch(data) || (goesOn && splitsWord(previous, data, mayMatch)))
      hopeful.push(node);
    // A word may run on through many nodes.
    if (data !== '') previous = goesOn && data.length < REACH ? previous.slice(-REACH) + data : data;
  };
  for (const _ of walk(root, test, element)) {
    yield* readHopeful();
    yield;
  }
  yield* readHopeful();

  function* readHopeful(): Generator<void> {
    for (const node of hopeful.splice(0)) {
      if (turn() !== since) known = new Map();
      since = turn();
      const container = containerOf(node, known);
      if (!container) {
        forget(node);
        continue;
      }
      if (done.has(container)) continue;
      done.add(container);
      yield* index.renew(container);
      yield;
    }
  }
  /** Text that was read before its surroundings became an editor or code; a name in a sentence leaves the sentence be. */
  function forget(node: Text): void {
    let at = parentOf(node);
    while (at && isElement(at) && isInline(at)) at = parentOf(at);
    if (!at || !(isElement(at) || isFragment(at)) || containerIn(at, known)) return;
    index.drop(at);
  }
}

/** Whether the word that `before` ends with and `after` goes on with may begin a form: `<b>magne</b>sium`. */
function splitsWord(before: string, after: string, mayMatch: (text: string) => boolean): boolean {
  let from = before.length;
  while (from > 0 && before.length - from < REACH && isLetter(before.charCodeAt(from - 1))) from--;
  return from < before.length && mayMatch(before.slice(from) + after.slice(0, REACH));
}
