/**
 * What a form says for itself: words right before or after it that decide, entries whose presence speaks for it. All of
 * them are in one set of hashes, each made of the form, the kind of cue and the cue.
 */

import type { Keys } from './block-keys.ts';
import { append, finish } from './hash.ts';
import { CERTAIN, type Lexicon, LIKELY, SURE } from './lexicon.ts';
import { HYPHENATED, type Words } from './words.ts';

export const FOR_BEFORE = 1;
export const FOR_AFTER = 2;
export const AGAINST_BEFORE = 3;
export const AGAINST_AFTER = 4;
export const ENTRY = 5;
/** Of symbols and abbreviations only, whose senses lie far apart: other forms share the vocabularies. */
export const NEAR = 6;
export const FAR = 7;

/** Words of the longest cue. */
export const CUE_WORDS = 3;

/** The hash of one cue of the form with `key`. */
export const cueHash = (key: number, kind: number, cue: number): number => finish(append(append(key, kind), cue), 0);

/** The hash of a phrase of cue words; undefined where one of them is no word. */
export function phraseHash(keys: Keys, first: number, count: number): number | undefined {
  let hash = 0;
  for (let i = first; i < first + count; i++) {
    const key = keys.at(i);
    if (!key) return undefined;
    hash = append(hash, key.inner);
  }
  return hash;
}

/** The phrases that end right before some words, and those that begin right after them, the shortest first. */
export interface Beside {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export function readBeside({ gap }: Words, keys: Keys, first: number, last: number): Beside {
  const before: number[] = [];
  const after: number[] = [];
  for (
    let count = 1;
    count <= CUE_WORDS && first >= count && (gap[first - count + 1] as number) <= HYPHENATED;
    count++
  ) {
    const phrase = isGrams(keys, first - count) ? undefined : phraseHash(keys, first - count, count);
    if (phrase === undefined) break;
    before.push(phrase);
  }
  for (let count = 1; count <= CUE_WORDS && last + count < keys.length; count++) {
    const phrase = (gap[last + count] as number) <= HYPHENATED ? phraseHash(keys, last + 1, count) : undefined;
    if (phrase === undefined) break;
    after.push(phrase);
  }
  return { before, after };
}

/** The g of "12 g protein", which is none of a G protein. */
function isGrams(keys: Keys, at: number): boolean {
  const key = keys.at(at);
  return key?.plain === 'g' && !key.hasCapitals && /^\d/.test(keys.at(at - 1)?.plain ?? '');
}

/** Whether one of the form's cues of `kind` is among `phrases`. */
export const hasCue = (lexicon: Lexicon, key: number, kind: number, phrases: readonly number[]): boolean =>
  phrases.some((phrase) => lexicon.cues().has(cueHash(key, kind, phrase)));

/** Whether the words from `first` to `last`, which are written like `form`, are evidence themselves. */
export function isCertain(
  lexicon: Lexicon,
  form: number,
  words: Words,
  keys: Keys,
  first: number,
  last: number,
): boolean {
  const caution = lexicon.caution[form];
  if (caution !== SURE) return caution === CERTAIN || caution === LIKELY;
  const key = lexicon.keyOf(form);
  const { before, after } = readBeside(words, keys, first, last);
  return !hasCue(lexicon, key, AGAINST_BEFORE, before) && !hasCue(lexicon, key, AGAINST_AFTER, after);
}
