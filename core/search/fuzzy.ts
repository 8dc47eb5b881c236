/** The fuzzy stage: which known words could a word nobody knows have meant? */
import Fuse from 'fuse.js';
import { distance, sound } from './distance.ts';
import { lettersOf, type SearchIndex } from './prebuilt.ts';

export interface Correction {
  /** Index of the word. */
  readonly word: number;
  /** 0–1. */
  readonly quality: number;
}

/** Shorter words have too many neighbours to guess at. */
const SHORTEST = 4;
/** Bitap errors allowed, as a share of the word: wide, for the distance below decides. */
const FUSE_THRESHOLD = 0.5;
const MAX_CANDIDATES = 60;
const MAX_CORRECTIONS = 12;
/** A word still being typed counts a little less than a whole one. */
const UNFINISHED = 0.35;

/** Weighted edits that a word of `length` letters may be away: a third of a short word, a quarter of a long one. */
const allowance = (length: number): number => (length <= 4 ? 1 : length <= 5 ? 1.4 : Math.min(3.4, length * 0.27));

/** Known words that `typed` may stand for, nearest first; `open` when it may be unfinished. */
export function corrections(index: SearchIndex, typed: string, open: boolean): Correction[] {
  if (typed.length < SHORTEST || /\d/.test(typed)) return [];
  const candidates = alike(index, typed, open);
  const fuse = new Fuse(
    candidates.map((word) => index.words[word] as string),
    { threshold: FUSE_THRESHOLD, ignoreLocation: true, includeScore: true },
  );
  const heard = sound(typed);
  const found: Correction[] = [];
  for (const { refIndex } of fuse.search(typed, { limit: MAX_CANDIDATES })) {
    const word = candidates[refIndex] as number;
    const away = nearness(typed, heard, index.words[word] as string, open);
    const limit = allowance(typed.length);
    if (away <= limit) found.push({ word, quality: 0.9 - 0.4 * (away / (limit + 0.5)) });
  }
  return found.sort((a, b) => b.quality - a.quality).slice(0, MAX_CORRECTIONS);
}

/** Edits between what was typed and a word, by letters and by sound, the smaller counting more. */
function nearness(typed: string, heard: string, word: string, open: boolean): number {
  const byLetter = distance(typed, word);
  const bySound = distance(heard, sound(word));
  const whole = Math.min(byLetter.whole, 0.35 * byLetter.whole + 0.65 * bySound.whole);
  if (!open || typed.length < SHORTEST + 1) return whole;
  return Math.min(whole, byLetter.start + UNFINISHED);
}

/** Words of about the same length that share most letters: a few hundred of many thousand, at the cost of a few operations each. */
function alike({ words, letters }: SearchIndex, typed: string, open: boolean): number[] {
  const edits = Math.ceil(allowance(typed.length));
  const mine = lettersOf(typed);
  const found: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const longer = (words[i] as string).length - typed.length;
    if (longer < -edits || (longer > edits && !open)) continue;
    const theirs = letters[i] as number;
    if (countBits(mine & ~theirs) > edits || (longer <= edits && countBits(theirs & ~mine) > edits)) continue;
    found.push(i);
  }
  return found;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
