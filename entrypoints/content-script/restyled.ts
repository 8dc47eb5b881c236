/**
 * Editors known by their class alone. Nobody watches classes: they change all the time, each change would cost, and few
 * are those of editors, which nearly always change children or attributes too. So those that matter are looked at now and
 * then: what stands around text with matches, and what was left alone because of its class.
 */
import { attributeOf, isConnected, isElement, isShown } from './dom.ts';
import type { PageIndex } from './page-index.ts';
import { inSlices } from './slices.ts';
import { isEditorClass, isLeftAlone } from './tags.ts';
import { above } from './unread.ts';

/** Least milliseconds between two looks, and milliseconds of rest for each of work. */
const SELDOM = 2000;
const REST = 1000;
/** Longest rest: a look that was held up by a busy machine says little about the next. */
const LONGEST_REST = 10_000;
/** Texts between two chances for the page to go first. */
const STEP = 50;

/** What was left alone when it was met, because of its class. */
const editors = new Set<Element>();

/** As `isLeftAlone`; an editor by its class is looked at from now on. */
export function isLeftAloneNow(element: Element): boolean {
  if (!isLeftAlone(element)) return false;
  if (isEditorByClass(element)) editors.add(element);
  return true;
}

/** Calls `changed` with each element around the texts of `index` that became or ceased to be an editor by its class. */
export function lookAtClasses(index: PageIndex, changed: (element: Element) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const spent = isShown() ? await inSlices(restyled(index, changed), signal) : 0;
    if (!signal.aborted) timer = setTimeout(look, Math.min(Math.max(SELDOM, spent * REST), LONGEST_REST));
  };
  timer = setTimeout(look, SELDOM);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    editors.clear();
  });
}

function* restyled(index: PageIndex, changed: (element: Element) => void): Generator<void> {
  for (const element of editors) {
    const isHere = isConnected(element);
    if (isHere && isEditorByClass(element)) continue;
    editors.delete(element);
    if (isHere) changed(element);
  }
  const seen = new Set<Node>();
  let count = 0;
  for (const container of index.containers()) {
    for (const { nodes } of index.blocksIn(container)) {
      for (const text of nodes) {
        for (let at = above(text); at && !seen.has(at); at = above(at)) {
          seen.add(at);
          if (isElement(at) && isEditorByClass(at)) changed(at);
        }
        if (++count % STEP === 0) yield;
      }
    }
  }
}

const isEditorByClass = (element: Element): boolean => isEditorClass(attributeOf(element, 'class'));
