import { expect, test } from 'vitest';
import { compileTriggers } from '../../../core/matching/compile-triggers.ts';
import { openTriggers } from '../../../core/matching/triggers.ts';
import { knowledge } from '../support/knowledge.ts';

const { entries } = knowledge;
const payload = compileTriggers(entries);
const fires = (text: string) => openTriggers(payload)(text);

test.each([
  'Too little magnesium is rare.',
  'MAGNESIUM',
  'hypocalcaemia and hypocalcemic patients',
  'His DKA was treated.',
  'shortness of breath',
  'Vitamin B12',
  'vitamins',
  'a soft­hyphen­ated word: magne­sium',
  'ﬁbromyalgia with a ligature',
])('fires on %s', (text) => expect(fires(text)).toBe(true));

test.each([
  'The keys were lost at low tide; high on the hill, back again.',
  'We also sell tickets as before, and dka in small letters.',
  'The function gives back an array of values.',
  'U.S. companies, topic(s) and the world’s most',
  'creating digital hypertext, not influenced by a ministro',
  '',
  ' \n\t ',
])('does not fire on %s', (text) => expect(fires(text)).toBe(false));

test('a form that stands for itself fires, however it is written', () => {
  const certain = entries.flatMap(({ forms }) =>
    forms.filter(({ text, senses }) => !senses && /^[a-z]{4,}$/.test(text)),
  );
  for (const { text } of certain) {
    expect(fires(text), text).toBe(true);
    expect(fires(`(${text.toUpperCase()}),`), text).toBe(true);
  }
});

test('a pair is known across two texts', () => {
  const first = openTriggers(payload);
  expect(first('restless ')).toBe(false);
  expect(first('legs')).toBe(true);
});
