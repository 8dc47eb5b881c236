import { expect, it } from 'vitest';
import { editorialRemarks } from '../../../core/knowledge/editorial.ts';
import type { Entry, Knowledge } from '../../../core/knowledge/knowledge.ts';

const entry = (forms: string[], searchWords: string[]): Entry => ({
  id: 'statin',
  name: 'Statin',
  category: 'medicine',
  mesh: [],
  forms: forms.map((text) => ({ text, case: 'any', inflect: 'noun' })),
  searchWords,
  answer: 'It lowers fat in the blood.',
  facts: [],
  numbers: [],
  relations: [],
  redFlags: [],
  reviewed: '2026-11-22',
  nextReview: '2027-11-22',
});
const remarksOn = (one: Entry) =>
  editorialRemarks({
    entries: [one],
    sources: {},
    causes: { causes: [], redFlags: [], signs: [] },
  } as unknown as Knowledge).filter(({ rule }) => rule === 'form-or-search');

it('a search word that is marked on pages as well is named, whatever its capitals', () => {
  expect(remarksOn(entry(['statin', 'Lipitor'], ['LIPITOR', 'atorvastatin']))).toEqual([
    { entry: 'statin', rule: 'form-or-search', message: '"LIPITOR" is a form and a search word: keep one' },
  ]);
});

it('a search word that only begins with a form is no form', () => {
  expect(remarksOn(entry(['statin'], ['statin side effects', 'Lipitor']))).toEqual([]);
});
