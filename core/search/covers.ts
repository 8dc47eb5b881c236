/** Which phrases the words of a query cover, and which are or begin with the query as a whole. */
import { categoryAskedFor, sayingOf } from './asked-for.ts';
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
  /** How much it says of which entry is meant, up to 1. */
  readonly says: number;
  /** Resembles known words only. */
  readonly guessed: boolean;
  /** Is at best the beginning of one. */
  readonly begun: boolean;
}

/** A query as a whole. */
export interface Query {
  readonly words: readonly QueryWord[];
  /** Sum of the weights. */
  readonly total: number;
  /** The last word is still being typed, as far as one can tell. */
  readonly unfinished: boolean;
  /** Every word is a known one, or of the family of one. */
  readonly known: boolean;
}

export function queryOf(words: readonly QueryWord[]): Query {
  const stages = words.map(({ readings }) => readings[0]?.stage);
  return {
    words,
    total: words.reduce((sum, { weight }) => sum + weight, 0),
    unfinished: stages.includes('prefix'),
    known: stages.every((stage) => stage === 'exact' || stage === 'inflection'),
  };
}

/** What the query covers of each phrase, by the phrase's number. Made once and used for every key: it is large. */
export interface Covers {
  /** Which words of the query. */
  readonly bits: Int32Array;
  /** Their weight times the quality of the reading. */
  readonly weight: Float32Array;
  readonly count: Uint8Array;
  /** The phrases that have any; the others are zero. */
  touched: number[];
}

export function makeCovers({ phrases: { length } }: SearchIndex): Covers {
  return { bits: new Int32Array(length), weight: new Float32Array(length), count: new Uint8Array(length), touched: [] };
}

/** A word of a query with its readings; the fewer phrases have it, the more it weighs. */
export function weigh(index: SearchIndex, text: string, readings: readonly Reading[]): QueryWord {
  let frequency = 0.5;
  for (const { word, stage } of readings) {
    if (stage === 'exact' || stage === 'inflection') frequency += index.wordPhrases[word]?.length ?? 0;
  }
  const says = sayingOf(text);
  const rarity = Math.log1p(index.phrases.length / Math.max(1, frequency));
  return {
    text,
    readings,
    guessed: readings[0]?.stage === 'fuzzy',
    begun: readings[0]?.stage === 'prefix',
    weight: rarity * (categoryAskedFor(text) === undefined ? says : CATEGORY_WORD),
    says,
  };
}

/** Fills `covers` anew: every phrase with a word of the query. Of several readings of a word the best one counts. */
export function coverPhrases(index: SearchIndex, query: Query, covers: Covers): void {
  const { bits, weight: weights, count, touched } = covers;
  for (const phrase of touched) bits[phrase] = weights[phrase] = count[phrase] = 0;
  covers.touched = [];
  for (const [i, { readings, weight }] of query.words.entries()) {
    const bit = 1 << i;
    for (const { word, quality, stage } of readings) {
      for (const phrase of index.wordPhrases[word] as readonly number[]) {
        const before = bits[phrase] as number;
        if (before & bit) continue;
        if (before === 0) covers.touched.push(phrase);
        const worth = stage === 'prefix' ? at(UNFINISHED_WORTH, kindIndex(index, phrase)) : 1;
        bits[phrase] = before | bit;
        weights[phrase] = (weights[phrase] as number) + weight * quality * worth;
        count[phrase] = (count[phrase] as number) + 1;
      }
    }
  }
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

export const at = (list: ArrayLike<number>, place: number): number => list[place] as number;
