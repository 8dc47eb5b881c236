/**
 * Editors known by their class or their edit context alone. Nobody watches classes: they change all the time, each change
 * would cost, and few are those of editors, which nearly always change children or attributes too; of an edit context
 * nobody is told. So what matters is looked at now and then: what stands around text with matches, and what was left
 * alone for one of these.
 */
import { isConnected, isElement, isShown } from './dom.ts';
import type { PageIndex } from './page-index.ts';
import { inSlices } from './slices.ts';
import { isLeftAlone, isQuietEditor } from './tags.ts';
import { above } from './unread.ts';

/** Least milliseconds between two looks, and milliseconds of rest for each of work. */
const SELDOM = 2000;
const REST = 1000;
/** Longest rest: a look that was held up by a busy machine says little about the next. */
const LONGEST_REST = 10_000;
/** Nodes between two chances for the page to go first. */
const STEP = 50;

/** What was left alone when it was met, as quiet editors. */
const editors = new Set<Element>();

/** As `isLeftAlone`; a quiet editor is looked at from now on. */
export function isLeftAloneNow(element: Element): boolean {
  if (!isLeftAlone(element)) return false;
  if (isQuietEditor(element)) editors.add(element);
  return true;
}

/** Calls `changed` with each element around the texts of `index` that became or ceased to be a quiet editor. */
export function lookAtQuietEditors(index: PageIndex, changed: (element: Element) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const spent = isShown() ? await inSlices(lookOver(index, changed), signal) : 0;
    if (!signal.aborted) timer = setTimeout(look, Math.min(Math.max(SELDOM, spent * REST), LONGEST_REST));
  };
  timer = setTimeout(look, SELDOM);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    editors.clear();
  });
}

function* lookOver(index: PageIndex, changed: (element: Element) => void): Generator<void> {
  let count = 0;
  for (const element of editors) {
    if (++count % STEP === 0) yield;
    const isHere = isConnected(element);
    if (isHere && isQuietEditor(element)) continue;
    editors.delete(element);
    if (isHere) changed(element);
  }
  const seen = new Set<Node>();
  for (const container of index.containers()) {
    for (const { nodes } of index.blocksIn(container)) {
      for (const text of nodes) {
        if (++count % STEP === 0) yield;
        for (let at = above(text); at && !seen.has(at); at = above(at)) {
          if (++count % STEP === 0) yield;
          seen.add(at);
          if (isElement(at) && isQuietEditor(at)) changed(at);
        }
      }
    }
  }
}
