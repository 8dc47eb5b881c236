import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutWord, endingOf, innerLength, lastLength } from '../../../core/matching/cut.ts';
import { innerStem, stem } from '../../../core/matching/inflection.ts';
import { knowledge } from './support.ts';

/** Says whether the word was cut, and checks that it was cut as the table of endings has it. */
function cuts(word: string): boolean {
  const cut = cutWord(word);
  if (cut < 0) return false;
  const kept = { inner: word.slice(0, innerLength(cut)), stem: word.slice(0, lastLength(cut)), ending: endingOf(cut) };
  expect({ word, ...kept }).toEqual({ word, inner: innerStem(word), ...stem(word) });
  return true;
}

const known = knowledge.entries
  .flatMap(({ forms }) => forms.flatMap(({ text }) => text.toLowerCase().match(/[a-z]+/g) ?? []))
  .filter((word, i, all) => all.indexOf(word) === i);
const ENDINGS =
  's es ies ing ed ied al ical icals ia ic ics oes xes our ours re tre alyse ae oe ss us is ves eeth eet y ly pathy d ting'.split(
    ' ',
  );

test('the words of all forms are cut as the table has it, and nearly all without it', () => {
  expect(known.filter(cuts).length).toBeGreaterThan(known.length * 0.8);
});

test('so are their beginnings with every kind of ending', () => {
  for (const word of known) for (const ending of ENDINGS) cuts(word.slice(0, 3 + (word.length % 5)) + ending);
});

test('so is any run of letters', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => void cuts(word)));
});
