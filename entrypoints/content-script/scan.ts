/** The walk over text: every node gets the cheap test; only containers of hopeful ones are read properly. */
import { type Container, containerIn, containerOf, type Known, MOST_TEXT } from './blocks.ts';
import { isElement, isFragment, parentOf } from './dom.ts';
import type { PageIndex } from './page-index.ts';
import { turn } from './slices.ts';
import { SplitWords } from './split-words.ts';
import { isInline } from './tags.ts';
import { walk } from './walk.ts';

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
  const words = new SplitWords();
  const test = (node: Text) => {
    const { data } = node;
    const split = words.meet(node);
    if (data.length > MOST_TEXT || mayMatch(data) || (split !== '' && mayMatch(split))) hopeful.push(node);
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
