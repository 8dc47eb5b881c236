import { expect, it } from 'vitest';
import { editorialRemarks } from '../../../core/knowledge/editorial.ts';
import type { Entry, Fact, Form, Knowledge, KnownNumber, Source } from '../../../core/knowledge/knowledge.ts';

const form = (text: string): Form => ({ text, case: 'any', inflect: 'noun' });
const fact = (text: string): Fact => ({
  topic: 'what',
  text,
  evidence: 'strong',
  study: 'guideline',
  year: 2024,
  sources: ['nhs'],
});
const LIMIT: KnownNumber = {
  kind: 'UL',
  population: 'adults',
  value: { low: 40, high: 40 },
  unit: 'mg',
  year: 2024,
  source: 'nhs',
};
const statin = (changes: Partial<Entry> = {}): Entry => ({
  id: 'statin',
  name: 'Statin',
  category: 'medicine',
  mesh: [],
  forms: [form('statin')],
  searchWords: [],
  answer: 'It lowers fat in the blood.',
  facts: [fact('It is taken once a day.')],
  numbers: [],
  relations: [],
  redFlags: [],
  reviewed: '2026-11-22',
  nextReview: '2027-11-22',
  ...changes,
});
const source = (url: string): Source => ({
  title: 'Statins',
  organisation: 'NHS',
  url,
  year: 2024,
  consulted: 'not opened',
});
const NHS = { nhs: source('https://www.nhs.uk/statins/') };

const remarksOn = (entries: readonly Entry[], sources: Knowledge['sources'] = NHS) =>
  editorialRemarks({
    entries,
    sources,
    causes: { causes: [], redFlags: [], signs: [] },
    vocabularies: { health: { strong: [], weak: [] }, other: [] },
  });
const words = (count: number) => Array(count).fill('fat').join(' ');

it('nothing is said of an entry that keeps to the rules', () => {
  expect(remarksOn([statin()])).toEqual([]);
});

it.each([
  ['an answer of 31 words', { answer: `${words(31)}.` }, ['answer'], 'length', /31 words, at most 30/],
  [
    'a fact of 46 words',
    { facts: [fact(`${words(20)}. ${words(26)}.`)] },
    ['facts', 0, 'text'],
    'length',
    /46 words, at most 45/,
  ],
  [
    'a fact that only scholars read with ease',
    { facts: [fact('Hypercholesterolaemic individuals necessitate pharmacological intervention.')] },
    ['facts', 0, 'text'],
    'reading-grade',
    /shorter words/,
  ],
  [
    'a fact said twice',
    { facts: [fact('It is taken once a day in the evening.'), fact('It is taken once a day, in the evening.')] },
    ['facts', 0, 'text'],
    'alike',
    /nearly what statin says/,
  ],
  ['a number given twice', { numbers: [LIMIT, LIMIT] }, ['numbers'], 'number-once', /UL of adults is given twice/],
  [
    'a search word that is marked on pages as well, whatever its capitals',
    { searchWords: ['cholesterol pill', 'STATIN'] },
    ['searchWords', 1],
    'form-or-search',
    /"STATIN" is a form and a search word/,
  ],
])('%s is named with its place', (_, changes, path, rule, message) => {
  const found = remarksOn([statin(changes)]);
  expect(found[0]).toEqual({ entry: 'statin', path, rule, message: expect.stringMatching(message) });
  expect(new Set(found.map((remark) => remark.rule))).toEqual(new Set([rule]));
});

it.each([
  ['an answer of 30 words', { answer: `${words(30)}.` }],
  ['a fact of 45 words', { facts: [fact(`${words(20)}. ${words(25)}.`)] }],
  ['a long word that is a form of an entry', { answer: 'Statin lowers fat in the blood.' }],
  ['a search word that only begins with a form', { searchWords: ['statin side effects'] }],
  ['a number for each of two groups', { numbers: [LIMIT, { ...LIMIT, population: 'men' }] }],
])('%s may stay', (_, changes) => {
  expect(remarksOn([statin(changes)])).toEqual([]);
});

it('a form of two entries is named in the second', () => {
  const other = statin({
    id: 'fibrate',
    name: 'Fibrate',
    forms: [form('fibrate'), form('Statin')],
    facts: [fact('Old.')],
  });
  expect(remarksOn([statin(), other])).toEqual([
    { entry: 'fibrate', path: ['forms', 1], rule: 'one-owner', message: expect.stringContaining('belongs to statin') },
  ]);
});

it('a source that nothing cites, or that stands twice, is named in the list of sources', () => {
  const sources = { ...NHS, 'nhs-2': source('https://nhs.uk/statins') };
  expect(remarksOn([statin()], sources)).toEqual([
    { entry: undefined, path: ['nhs-2'], rule: 'orphan-source', message: expect.stringContaining('nothing cites') },
    { entry: undefined, path: ['nhs-2'], rule: 'source-once', message: expect.stringContaining('nhs has the same') },
  ]);
});
