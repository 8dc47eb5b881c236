import { expect, it } from 'vitest';
import { buildIndex } from '../../../core/search/prebuilt.ts';
import { longForm, readWords, telling } from '../../../core/search/words.ts';
import { knowledge } from '../support/knowledge.ts';

const words = (text: string) => readWords(text).map(({ word }) => word);

it.each([
  ['Vitamin-B 12', ['vitamin', 'b12']],
  ['vit b-6', ['vit', 'b6']],
  ['CoQ 10', ['coq10']],
  ['ferritin 30', ['ferritin', '30']],
  ['12 b', ['12', 'b']],
  ['Parkinson’s disease', ['parkinson', 'disease']],
  ["doctor's o'clock", ['doctor', 'oclock']],
  ['Ménière', ['meniere']],
  ['œdema, Straße', ['oedema', 'strasse']],
  ['ﬁbre', ['fibre']],
  ['…', []],
])('%s is read as %j', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

it('each word has the place where it stands', () => {
  const text = ' low vit b-12';
  expect(readWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['low', 'vit', 'b-12']);
});

it('words that say nothing drop out, unless nothing else is left', () => {
  expect(telling(['why', 'does', 'my', 'calf', 'twitch'])).toEqual(['calf', 'twitch']);
  expect(telling(['what', 'is', 'it'])).toEqual(['what', 'is', 'it']);
});

it('what people type for short has a long form, names that every object has have none', () => {
  expect(longForm('bp')).toBe('blood pressure');
  expect(longForm('constructor')).toBeUndefined();
});

it('words of answers and facts that are everywhere are not in the index', () => {
  const { prose, proseEntries } = buildIndex(knowledge.entries);
  const most = Math.max(...proseEntries.map(({ length }) => length));
  expect(most).toBeLessThanOrEqual(knowledge.entries.length * 0.08);
  expect(prose).not.toContain('cause');
});
