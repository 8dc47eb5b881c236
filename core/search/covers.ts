/** Which phrases the words of a query cover, and which are or begin with the query as a whole. */
import { categoryAskedFor } from './intents.ts';
import type { SearchIndex } from './prebuilt.ts';
import type { Reading } from './readings.ts';
import { indexOf, startingWith } from './sorted.ts';
import { squash } from './words.ts';

/** A word still being typed means a name rather than another phrase; by `Kind`. */
const UNFINISHED_WORTH = [1, 0.85, 0.75];
/** The query is the phrase, letter for letter but for spaces and hyphens. */
const WHOLE = 2;
/** The phrase begins with the query; by `Kind`. */
const BEGINS = [0.3, 0.15, 0.05];
/** The query is the initials of the phrase; by `Kind`. */
const INITIALS = [1, 0.8, 0];
const MAX_BEGINNINGS = 400;
/** A word that asks for a category says less about which entry of it. */
const CATEGORY_WORD = 0.5;

export interface QueryWord {
  readonly text: string;
  readonly readings: readonly Reading[];
  readonly weight: number;
  /** Resembles known words only. */
  readonly guessed: boolean;
}

export interface Cover {
  bits: number;
  weight: number;
  count: number;
}

/** A word of a query with its readings; the fewer phrases have it, the more it weighs. */
export function weigh(index: SearchIndex, text: string, readings: readonly Reading[]): QueryWord {
  let frequency = 0.5;
  for (const { word, stage } of readings) {
    if (stage === 'exact' || stage === 'inflection') frequency += index.wordPhrases[word]?.length ?? 0;
  }
  const rarity = Math.log1p(index.phrases.length / Math.max(1, frequency));
  return {
    text,
    readings,
    guessed: readings[0]?.stage === 'fuzzy',
    weight: rarity * (categoryAskedFor(text) === undefined ? 1 : CATEGORY_WORD),
  };
}

/** For every phrase with a word of the query: which words, and their weight times the quality of the reading. */
export function coverPhrases(index: SearchIndex, query: readonly QueryWord[]): Map<number, Cover> {
  const covers = new Map<number, Cover>();
  for (const [i, { readings, weight }] of query.entries()) {
    for (const { word, quality: asRead, stage } of readings) {
      for (const phrase of index.wordPhrases[word] as readonly number[]) {
        const quality = stage === 'prefix' ? asRead * at(UNFINISHED_WORTH, kindIndex(index, phrase)) : asRead;
        const cover = covers.get(phrase);
        if (!cover) covers.set(phrase, { bits: 1 << i, weight: weight * quality, count: 1 });
        else if ((cover.bits & (1 << i)) === 0) {
          cover.bits |= 1 << i;
          cover.weight += weight * quality;
          cover.count++;
        }
      }
    }
  }
  return covers;
}

/** Phrases that are or (`open`) begin with the whole query, spaces and hyphens aside. */
export function wholePhrases(index: SearchIndex, words: readonly string[], open: boolean): Map<number, number> {
  const found = new Map<number, number>();
  const together = squash(words);
  const [from, to] = startingWith(index.squashed, together);
  for (let i = from; i < Math.min(to, from + MAX_BEGINNINGS); i++) {
    const phrase = index.squashed[i] as string;
    const number = index.squashedPhrase[i] as number;
    if (!open && phrase !== together) continue;
    const beginWorth = at(BEGINS, kindIndex(index, number));
    found.set(number, phrase === together ? WHOLE : beginWorth);
  }
  for (const phrase of index.initialsPhrases[indexOf(index.initials, together)] ?? []) {
    if (!found.has(phrase)) found.set(phrase, at(INITIALS, kindIndex(index, phrase)));
  }
  return found;
}

/** Place of the phrase's kind in `KINDS`. */
export const kindIndex = (index: SearchIndex, phrase: number): number => (index.phraseKind[phrase] as number) & 3;

export const at = (list: readonly number[], place: number): number => list[place] as number;
