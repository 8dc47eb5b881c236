/** The fuzzy stage: which known words could a word nobody knows have meant? */
import Fuse from 'fuse.js';
import { countBits } from './bits.ts';
import { distance, sound } from './distance.ts';
import { letterAt, lettersOf, type SearchIndex } from './prebuilt.ts';

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
/** Words that are worth comparing letter by letter: those that share most pairs of letters. */
const MAX_COMPARED = 120;
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

/**
 * Words of about the same length that share most letters: a hundred of many thousand. Every key that nobody knows goes
 * through them all, so the cheapest question comes first and none makes a new object.
 */
function alike({ words, letters }: SearchIndex, typed: string, open: boolean): number[] {
  const edits = Math.ceil(allowance(typed.length));
  const mine = lettersOf(typed);
  const beginnings = lettersOf(beginningsOf(typed));
  const first = lettersOf(typed.charAt(0));
  const pairs = new Pairs(typed, edits);
  // An edit spoils two pairs at most, two letters swapped three.
  const fewest = Math.max(1, typed.length - 1 - 3 * edits);
  const shortest = typed.length - edits;
  const longest = typed.length + edits;
  /** Words by how many pairs they share: what shares most is compared first. */
  const found: number[][] = [];
  for (let i = 0; i < words.length; i++) {
    const theirs = letters[i] as number;
    if (countBits(mine & ~theirs) > edits) continue;
    const word = words[i] as string;
    if (word.length < shortest) continue;
    if (word.length > longest ? !open : countBits(theirs & ~mine) > edits) continue;
    if ((letterAt(word, 0) & beginnings) === 0 && letterAt(word, 1) !== first) continue;
    const shared = pairs.sharedWith(word);
    if (shared < fewest) continue;
    const others = found[shared];
    if (others) others.push(i);
    else found[shared] = [i];
  }
  return found.reverse().flat().slice(0, MAX_COMPARED);
}

/** Pairs of neighbouring letters of a word. */
class Pairs {
  readonly #has = new Uint8Array(32 * 32);
  readonly #reach: number;

  constructor(typed: string, edits: number) {
    this.#reach = typed.length + edits;
    for (let i = 1; i < typed.length; i++) this.#has[Pairs.#code(typed, i)] = 1;
  }

  /** How many pairs of the first letters of `word` are among them. */
  sharedWith(word: string): number {
    let shared = 0;
    for (let i = Math.min(word.length, this.#reach) - 1; i > 0; i--)
      shared += this.#has[Pairs.#code(word, i)] as number;
    return shared;
  }

  static #code(word: string, i: number): number {
    return ((word.charCodeAt(i - 1) & 31) << 5) | (word.charCodeAt(i) & 31);
  }
}

/** Letters that are taken for one another at the beginning of a word, where slips are rare. */
const ALIKE = ['cksqxz', 'fpv', 'aeiouyh', 'gjk', 'nkgpm', 'tdp', 'wrv', 'bp'];

/** Letters that the word meant by `typed` can begin with, or have as its second where the first was left out. */
function beginningsOf(typed: string): string {
  const first = typed.charAt(0);
  return first + typed.charAt(1) + ALIKE.filter((letters) => letters.includes(first)).join('');
}
