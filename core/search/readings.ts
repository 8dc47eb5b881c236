/** What each word of a query can mean among the known words: itself, its family, a beginning, or a slip of the finger. */

import { askingAlike } from './asked-for.ts';
import { corrections } from './fuzzy.ts';
import type { SearchIndex } from './prebuilt.ts';
import { indexOf, startingWith } from './sorted.ts';
import { stem } from './stem.ts';
import { longForm } from './words.ts';

/** How a word was recognised, the surest first. */
export type Stage = 'exact' | 'inflection' | 'prefix' | 'fuzzy';

export interface Reading {
  readonly word: number;
  readonly quality: number;
  readonly stage: Stage;
}

const FAMILY = 0.93;
/** The beginning of a word may look like the family of another. */
const FAMILY_OPEN = 0.8;
/** Singular and plural are as good as the same. */
const NUMBER = 0.98;
const LONG_FORM = 0.95;
/** Another word that asks for the same: "cholesterol medicine" for "cholesterol pill". */
const ALIKE = 0.85;
/** A beginning counts more the nearer it is to the whole word. */
const prefixQuality = (typed: number, whole: number): number => 0.6 + (0.3 * typed) / whole;
/** One letter begins too many words to weigh them all. */
const MAX_PREFIX_WORDS = 2000;

/** Readings of one word, best first; `open` when it may be unfinished. None when it resembles nothing. */
export function readingsOf(index: SearchIndex, typed: string, open: boolean): Reading[] {
  const found = new Map<number, Reading>();
  const add = (reading: Reading) => {
    const known = found.get(reading.word);
    if (!known || known.quality < reading.quality) found.set(reading.word, reading);
  };
  const known = (word: string, factor: number) => {
    const exact = indexOf(index.words, word);
    if (exact >= 0) add({ word: exact, quality: factor, stage: 'exact' });
    const family = indexOf(index.stems, stem(word));
    for (const relative of index.stemWords[family] ?? []) {
      const same = differInNumber(word, index.words[relative] as string);
      const quality = same ? NUMBER : open ? FAMILY_OPEN : FAMILY;
      add({ word: relative, quality: quality * factor, stage: 'inflection' });
    }
  };
  known(typed, 1);
  for (const other of askingAlike(typed)) if (other !== typed) known(other, ALIKE);
  for (const long of longForm(typed)?.split(' ') ?? []) known(long, LONG_FORM);
  if (open) {
    const [from, to] = startingWith(index.words, typed);
    for (let word = from; word < Math.min(to, from + MAX_PREFIX_WORDS); word++) {
      const quality = prefixQuality(typed.length, (index.words[word] as string).length);
      add({ word, quality, stage: 'prefix' });
    }
  }
  if (found.size === 0) {
    for (const { word, quality } of corrections(index, typed, open)) add({ word, quality, stage: 'fuzzy' });
  }
  return [...found.values()].sort((a, b) => b.quality - a.quality);
}

function differInNumber(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long === `${short}s` || long === `${short}es`;
}
