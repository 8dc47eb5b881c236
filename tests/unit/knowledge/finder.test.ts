import { expect, test } from 'vitest';
import { rankCauses, tickedRedFlags } from '../../../core/knowledge/finder.ts';
import type { Cause, Causes } from '../../../core/knowledge/knowledge.ts';

const cause = (id: string, signs: Partial<Pick<Cause, 'accompanying' | 'raises' | 'lowers'>>): Cause => ({
  id,
  name: id,
  entry: id,
  mechanism: '',
  action: '',
  evidence: 'some',
  study: '',
  year: 2020,
  sources: [],
  accompanying: [],
  raises: [],
  lowers: [],
  ...signs,
});
const sign = (id: string, redFlag = false) => ({ id, label: id, group: 'felt' as const, redFlag });

const table: Causes = {
  redFlags: [],
  signs: [sign('cramps'), sign('jitters'), sign('coffee'), sign('weakness', true)],
  causes: [
    cause('stress', { accompanying: ['jitters'], lowers: ['weakness'] }),
    cause('caffeine', { accompanying: ['jitters'], raises: ['coffee'], lowers: ['weakness'] }),
    cause('low-magnesium', { accompanying: ['cramps', 'weakness'] }),
  ],
};
const order = (...ticked: string[]) => rankCauses(table, new Set(ticked)).map(({ cause: { id } }) => id);

test('nothing ticked: the order of the table', () => {
  expect(order()).toEqual(['stress', 'caffeine', 'low-magnesium']);
});

test('what is ticked brings its cause to the top', () => {
  expect(order('coffee', 'jitters')).toEqual(['caffeine', 'stress', 'low-magnesium']);
});

test('what speaks against a cause sends it to the end', () => {
  expect(order('weakness')).toEqual(['low-magnesium', 'stress', 'caffeine']);
});

test('each cause says what speaks for it and against it', () => {
  const [first] = rankCauses(table, new Set(['coffee', 'jitters', 'weakness'])).filter(
    (ranked) => ranked.cause.id === 'caffeine',
  );
  expect(first).toMatchObject({ speaksFor: ['coffee', 'jitters'], speaksAgainst: ['weakness'] });
});

test('a red flag is named apart from the causes', () => {
  expect(tickedRedFlags(table, new Set(['weakness', 'coffee']))).toEqual(['weakness']);
});
