/**
 * The index that follows a page's changes must equal the index of a fresh scan, whatever the page does. Many small
 * playgrounds are edited at random in one document; after each burst, everything is compared at once.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileLexicon } from '../../../core/matching/compile.ts';
import { createMatcher } from '../../../core/matching/matcher.ts';
import type { Container } from '../../../entrypoints/content-script/blocks.ts';
import { Changes } from '../../../entrypoints/content-script/changes.ts';
import type { PageIndex } from '../../../entrypoints/content-script/page-index.ts';
import { Roots } from '../../../entrypoints/content-script/roots.ts';
import { scanTree } from '../../../entrypoints/content-script/scan.ts';
import { pageIndex } from '../support/page-index.ts';
import { type Edit, edits, perform } from './edits.ts';

/** Playgrounds edited in one burst; each is a sequence of its own. */
const PLAYGROUNDS = 100;
const BURSTS = 25;
const EDITS = 6;

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
const none = { health: { strong: [], weak: [] }, other: [] };
const matcher = createMatcher(
  compileLexicon({ entries, vocabularies: none } as unknown as Parameters<typeof compileLexicon>[0]).payload,
);
const accepts = (container: Container) =>
  (container instanceof Element ? container : container.host).closest('[lang]')?.getAttribute('lang') !== 'de';

let life: AbortController;
let index: PageIndex;
let playgrounds: HTMLElement[];

beforeEach(() => {
  Reflect.set(globalThis, 'chrome', {});
  document.body.replaceChildren();
  playgrounds = Array.from({ length: PLAYGROUNDS }, () => document.body.appendChild(document.createElement('div')));
  life = new AbortController();
  index = pageIndex(matcher, accepts, life.signal);
  const listener = { paused() {}, settle: () => [].values(), settled() {}, writtenAnew() {} };
  const changes: Changes = new Changes(
    matcher.mayMatch,
    index,
    listener,
    new Roots((root) => changes.add(root), life.signal),
    life.signal,
  );
  changes.add(document);
});
afterEach(() => life.abort());

async function fresh(): Promise<PageIndex> {
  const scanned = pageIndex(matcher, accepts, life.signal);
  const trees: Node[] = [document];
  const roots = new Roots((root) => trees.push(root), life.signal);
  for (const tree of trees) {
    const steps = scanTree(tree, matcher.mayMatch, scanned, (element) => roots.probe(element));
    while (!steps.next().done);
  }
  await scanned.settle();
  return scanned;
}

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
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            return `${match.entry} ${live.toString()}`;
          }),
      }));
      return `${path.join('>')} ${container instanceof Element ? '' : 'root '}${JSON.stringify(found)}`;
    })
    .sort();
}

test(`after ${PLAYGROUNDS * BURSTS} random sequences of edits the index is that of a fresh scan`, async () => {
  const seed = Number(Math.floor(Math.random() * 2 ** 31));
  const sequence = fc.array(edits, { minLength: 1, maxLength: EDITS });
  const sequences = fc.sample(sequence, { numRuns: PLAYGROUNDS * BURSTS, seed });
  for (let burst = 0; burst < BURSTS; burst++) {
    const batch: Edit[][] = sequences.slice(burst * PLAYGROUNDS, (burst + 1) * PLAYGROUNDS);
    for (const [i, list] of batch.entries()) {
      const playground = playgrounds[i];
      for (const edit of list) if (playground) perform(edit, playground);
    }
    const expected = written(await fresh());
    // The engine reads when it has rested, and once more where it met new shadow roots.
    await expect
      .poll(() => written(index), { timeout: 8000, message: `seed ${seed}, burst ${burst}` })
      .toEqual(expected);
  }
  expect(index.size).toBeGreaterThan(PLAYGROUNDS);
}, 120_000);
