import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLexicon } from '../../../core/matching/lexicon.ts';
import { ABBREVIATION, OF_FORMS, TRIGGER, topicOf } from '../../../core/matching/traits.ts';
import { passWords, readWords } from '../../../core/matching/words.ts';
import { knowledge, lexicon } from './support.ts';

const opened = openLexicon(lexicon.payload);

/** Words of the knowledge base in other spellings, strange ones, and pieces of both. */
const word = fc.oneof(
  fc.constantFrom(...knowledge.entries.flatMap(({ forms }) => forms.flatMap(({ text }) => text.split(/[\s-]+/)))),
  fc.constantFrom(...Object.values(knowledge.vocabularies.health).flat()),
  fc.stringMatching(/^[a-zA-Z]{1,12}$/),
  fc.stringMatching(/^[A-Za-zéßΩ’\d]{1,6}$/),
);
const written = fc
  .tuple(word, fc.constantFrom('', 's', 'es', 'ed', 'ing', 'ic', 'al'))
  .map(([first, rest]) => first + rest);

test('a glance at a word tells nothing that reading it whole does not', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 12 }), (all) => {
      // Of words kept from before, one in 4 billion pairs is mixed up: "lacking" and "dextroseed" are one.
      opened.rest();
      readWords(all.join(' '), opened.glance);
      const words = readWords(all.join(' '), opened.glance);
      words.start.forEach((start, i) => {
        const whole = opened.word(words.text.slice(start, words.end[i]));
        const traits = words.traits[i] as number;
        if (!whole?.isTrigger) expect(traits & TRIGGER).toBe(0);
        if (!whole?.isOfForms) expect(traits & OF_FORMS).toBe(0);
        if (!whole?.topic) expect(topicOf(traits)).toBe(0);
        if (!whole?.hasCapitals) expect(traits & ABBREVIATION).toBe(0);
      });
    }),
    { numRuns: 2000 },
  );
});

test('the words of every form are known by a glance', () => {
  for (const text of lexicon.forms) {
    const { traits } = readWords(text, opened.glance);
    expect(
      [...traits].filter((trait) => (trait & OF_FORMS) === 0),
      text,
    ).toEqual([]);
  }
});

test('a text of more words than there is room for is read whole, and the next one as well', () => {
  const many = 'low magnesium '.repeat(5000);
  expect(readWords(many, opened.glance)).toMatchObject({ length: 10_000 });
  const next = passWords('low magnesium', opened.glance);
  expect([next.length, ...next.gap.slice(0, 3)]).toEqual([2, 8, 1, 8]);
});
