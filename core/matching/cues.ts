/**
 * What a form says for itself: words right before or after it that decide, entries whose presence speaks for it. All of
 * them are in one set of hashes, each made of the form, the kind of cue and the cue.
 */
import type { Keys } from './forms.ts';
import { append, finish } from './hash.ts';
import { CERTAIN, type Lexicon, SURE } from './lexicon.ts';
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
export const cueHash = (key: number, kind: number, cue: number, width: number): number =>
  finish(append(append(key, kind), cue), 0, width);

/** The hash of a phrase of cue words; undefined where one of them is no word. */
export function phraseHash(keys: Keys, first: number, count: number): number | undefined {
  let hash = 0;
  for (let i = first; i < first + count; i++) {
    const key = keys[i];
    if (!key) return undefined;
    hash = append(hash, key.inner);
  }
  return hash;
}

/** Whether one of the form's cues of `kind` stands right before (`step` -1) or after (1) the words from `first` to `last`. */
export function standsBeside(
  lexicon: Lexicon,
  key: number,
  kind: number,
  { gap }: Words,
  keys: Keys,
  first: number,
  last: number,
): boolean {
  const before = kind === FOR_BEFORE || kind === AGAINST_BEFORE;
  for (let count = 1; count <= CUE_WORDS; count++) {
    const from = before ? first - count : last + 1;
    const edge = before ? from + 1 : last + count;
    if (from < 0 || from + count > keys.length || (gap[edge] as number) > HYPHENATED) return false;
    const phrase = phraseHash(keys, from, count);
    if (phrase !== undefined && lexicon.cues().has(cueHash(key, kind, phrase, lexicon.cueWidth))) return true;
  }
  return false;
}

/** Whether the words from `first` to `last`, which are written like `form`, need no evidence. */
export function isCertain(
  lexicon: Lexicon,
  form: number,
  words: Words,
  keys: Keys,
  first: number,
  last: number,
): boolean {
  const caution = lexicon.caution[form];
  if (caution !== SURE) return caution === CERTAIN;
  const key = lexicon.keyOf(form);
  return ![AGAINST_BEFORE, AGAINST_AFTER].some((kind) => standsBeside(lexicon, key, kind, words, keys, first, last));
}
