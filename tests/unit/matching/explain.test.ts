import { expect, it } from 'vitest';
import { explain } from '../../../scripts/lib/explain.ts';
import { lexicon, matcher } from './support.ts';

/** What `npm run annotate -- --explain` says of each candidate in a block: the text, the outcome, why. */
function explained(line: string) {
  const scan = matcher.scan(line);
  if (!scan) return [];
  const evidence = matcher.createEvidence(() => false);
  const block = { line, scan };
  evidence.add(block, scan);
  return explain(lexicon, block, evidence).map(({ text, outcome, why }) => [text, outcome, why]);
}

it('says of each candidate why it is marked, a part of another one, or not meant', () => {
  expect(explained('Patients with hypomagnesemia and calcium deficiency may lead a normal life.')).toEqual([
    ['hypomagnesemia', 'marked', 'certain +1'],
    ['calcium', 'part of "calcium deficiency"', expect.stringContaining('entries near +2')],
    ['calcium deficiency', 'marked', 'certain +1'],
    ['lead', 'not meant', 'words beside it -100'],
  ]);
});

it('says what a page defines otherwise', () => {
  const [mark] = explained('The mass spectrum (MS) was kept. MS again.').filter(([text]) => text === 'MS');
  expect(mark?.[1]).toBe('not meant');
  expect(mark?.[2]).toContain('defined otherwise');
});
