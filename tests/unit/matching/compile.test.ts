/** What the compiler of the lexicon tells editors. */
import { expect, it } from 'vitest';
import type { Entry, Form } from '../../../core/knowledge/knowledge.ts';
import { compileLexicon } from '../../../core/matching/compile.ts';

const entry = (id: string, ...texts: string[]): Entry => ({
  id,
  name: id,
  category: 'nutrient',
  mesh: [],
  forms: texts.map((text): Form => ({ text, case: 'any', inflect: 'noun' })),
  searchWords: [],
  answer: '',
  facts: [],
  numbers: [],
  relations: [],
  redFlags: [],
  reviewed: '2026-11-22',
  nextReview: '2027-11-22',
});
const problemsOf = (...entries: Entry[]) =>
  compileLexicon({ entries, vocabularies: { health: { strong: [], weak: [] }, other: [] } }).problems;

it.each(['zinc (metal) of the earth', 'one two three four five six seven eight nine', '…'])(
  'a form that cannot be found is named: %s',
  (text) => {
    expect(problemsOf(entry('zinc', 'zinc', text))).toEqual([
      {
        entry: 'zinc',
        path: ['forms', 1],
        rule: 'form',
        message: expect.stringContaining(`"${text}" cannot be found`),
      },
    ]);
  },
);

it.each(['coppers', 'Copper', 'cop-per'])(
  'a form that is another entry’s but for its spelling is named: %s',
  (text) => {
    const [problem] = problemsOf(entry('copper', 'copper'), entry('zinc', text));
    expect(problem).toMatchObject({ entry: 'zinc', path: ['forms', 0], message: expect.stringContaining('of copper') });
  },
);

it('forms of one entry may be the same', () => {
  expect(problemsOf(entry('copper', 'copper', 'coppers'), entry('zinc', 'zinc'))).toEqual([]);
});
