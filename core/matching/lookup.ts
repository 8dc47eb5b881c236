/** The words of a phrase → the form that they are. */
import { append } from './hash.ts';
import { arrangedKey, phraseKey, type Reading, type WordKey, wordKey } from './keys.ts';
import type { Lexicon } from './lexicon.ts';
import { IN, isDegree } from './phrases.ts';

/** Index of the form with `key` if it accepts `ending`, else -1. */
export function findKey(lexicon: Lexicon, key: number, ending: number): number {
  const form = lexicon.find(key);
  return form >= 0 && ((lexicon.mask[form] as number) >> ending) & 1 ? form : -1;
}

/** Whether the words of a phrase with this one in it can stand in another order. */
export const moves = ({ kind }: WordKey): boolean => (kind > 0 && kind <= IN) || isDegree(kind);

/** "lack of dietary magnesium", "low blood magnesium": the same words in another order, or with the place of measurement. */
export function findMoved(lexicon: Lexicon, words: readonly WordKey[]): number {
  const readings: Reading[] = words.some(({ kind }) => isDegree(kind)) ? ['degrees', 'plain', 'bare'] : ['plain'];
  for (const reading of readings) {
    const { key, ending } = arrangedKey(words, lexicon.seed, reading);
    const form = findKey(lexicon, key, ending);
    if (form >= 0) return form;
  }
  return -1;
}

/** "multi-vitamin" where the form is one word. */
export function findJoined(lexicon: Lexicon, first: string, second: string): number {
  const joined = wordKey(first + second);
  return joined ? findKey(lexicon, phraseKey(0, joined, lexicon.seed), joined.ending) : -1;
}

/** The form of these words in any of the ways above, or -1. */
export function findPhrase(lexicon: Lexicon, words: readonly WordKey[]): number {
  const last = words.at(-1);
  if (!last) return -1;
  const inner = words.slice(0, -1).reduce((hash, word) => append(hash, word.inner), 0);
  const form = findKey(lexicon, phraseKey(inner, last, lexicon.seed), last.ending);
  return form < 0 && words.some(moves) ? findMoved(lexicon, words) : form;
}
