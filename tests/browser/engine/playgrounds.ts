/**
 * Many small playgrounds in one document, edited at random, and the index that follows them beside that of a fresh scan.
 * Knows no test runner: a page of any browser can run it.
 */
import fc from 'fast-check';
import type { Container } from '../../../entrypoints/content-script/blocks.ts';
import type { PageIndex } from '../../../entrypoints/content-script/page-index.ts';
import { followedPage, matcherOf, scannedPage } from '../support/followed-page.ts';
import { type Edit, edits, perform } from './edits.ts';

/** Playgrounds edited in one burst; each is a sequence of its own. */
export const PLAYGROUNDS = 100;
const EDITS = 6;
/** Milliseconds from one edit of a sequence to the next, that some come together and some while others are read. */
const PAUSES = [0, 0, 0, 1, 100, 121, 122, 124, 128, 140];
/**
 * Milliseconds within which the engine has read a burst: up to ten seconds pass until it looks at classes, four of rest, and
 * it reads once more where it met new shadow roots.
 */
const PATIENCE = 30_000;
const LOOK_AGAIN = 50;

const form = (text: string, more: object = {}) => ({ text, case: 'any' as const, inflect: 'noun' as const, ...more });
const entries = [
  { id: 'als', forms: [form('amyotrophic lateral sclerosis'), form('ALS', { case: 'exact' })] },
  { id: 'back-pain', forms: [form('back pain')] },
  { id: 'fasciculation', forms: [form('fasciculation')] },
  { id: 'hypoglycemia', forms: [form('low blood sugar')] },
  { id: 'magnesium', forms: [form('magnesium')] },
  { id: 'restless-legs', forms: [form('restless legs')] },
  { id: 'vitamin-b12', forms: [form('vitamin B12')] },
  { id: 'zinc', forms: [form('zinc')] },
];
const matcher = matcherOf(entries);
const accepts = (container: Container) =>
  (container instanceof Element ? container : container.host).closest('[lang]')?.getAttribute('lang') !== 'de';

export interface Burst {
  /** What the index that follows the page holds, and what that of a fresh scan holds, a line for each container. */
  readonly followed: readonly string[];
  readonly fresh: readonly string[];
}

/** Fills the document with playgrounds and follows them; answers how to edit each of them once. */
export function playgrounds(seed: number, bursts: number, signal: AbortSignal): () => Promise<Burst> {
  document.body.replaceChildren();
  const all = Array.from({ length: PLAYGROUNDS }, () => document.body.appendChild(document.createElement('div')));
  const index = followedPage(matcher, signal, accepts);
  const sequence = fc.array(edits, { minLength: 1, maxLength: EDITS });
  const sequences: Edit[][] = fc.sample(sequence, { numRuns: PLAYGROUNDS * bursts, seed });
  const pauses = fc.sample(fc.constantFrom(...PAUSES), { numRuns: EDITS * bursts, seed });
  return async () => {
    const rounds = sequences.splice(0, PLAYGROUNDS);
    for (let round = 0; round < EDITS; round++) {
      for (const [at, playground] of all.entries()) {
        const edit = rounds[at]?.[round];
        if (edit) perform(edit, playground);
      }
      const pause = pauses.shift() ?? 0;
      if (pause > 0) await wait(pause);
    }
    const expected = written(await scannedPage(matcher, signal, accepts));
    const end = performance.now() + PATIENCE;
    let followed = written(index);
    while (followed.join() !== expected.join() && performance.now() < end) {
      await wait(LOOK_AGAIN);
      followed = written(index);
    }
    return { followed, fresh: expected };
  };
}

const wait = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** What an index holds, written so that two can be compared and a difference be read. */
function written(held: PageIndex): string[] {
  return [...held.containers()]
    .map((container) => {
      const element = container instanceof Element ? container : container.host;
      const path: string[] = [];
      for (let at: Element | null = element; at; at = at.parentElement)
        path.unshift(`${at.localName}${at.parentElement ? [...at.parentElement.children].indexOf(at) : ''}`);
      const found = held.blocksIn(container).map((block) => ({
        text: block.text.replace(/\s+/g, ' ').trim(),
        nodes: block.nodes.filter((node) => node.data.trim() !== '').every((node) => node.isConnected),
        matches: held
          .settledIn(container)
          ?.filter((mark) => mark.block === block)
          .map(({ range, match }) => {
            // Not a live range: what was not read since may be out of bounds.
            const { startContainer, startOffset, endContainer, endOffset } = range;
            const end = startContainer === endContainer ? endOffset : undefined;
            const text = startContainer.textContent?.slice(startOffset, end);
            return `${match.entry} ${text} to ${endContainer.textContent?.slice(0, endOffset)}`;
          }),
      }));
      return `${path.join('>')} ${container instanceof Element ? '' : 'root '}${JSON.stringify(found)}`;
    })
    .sort();
}
