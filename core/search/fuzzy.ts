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

/** Words of about the same length that share most letters: a hundred of many thousand, at the cost of a few operations each. */
function alike({ words, letters }: SearchIndex, typed: string, open: boolean): number[] {
  const edits = Math.ceil(allowance(typed.length));
  const mine = lettersOf(typed);
  const pairs = new Pairs(typed, edits);
  // An edit spoils two pairs at most, two letters swapped three.
  const fewest = Math.max(1, typed.length - 1 - 3 * edits);
  const found: { word: number; shared: number }[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (!mayBegin(typed, word)) continue;
    const longer = word.length - typed.length;
    if (longer < -edits || (longer > edits && !open)) continue;
    const theirs = letters[i] as number;
    if (countBits(mine & ~theirs) > edits || (longer <= edits && countBits(theirs & ~mine) > edits)) continue;
    const shared = pairs.sharedWith(word);
    if (shared >= fewest) found.push({ word: i, shared });
  }
  return found
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MAX_COMPARED)
    .map(({ word }) => word);
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

/** Whether a word that begins like `typed` can have been meant by it. */
function mayBegin(typed: string, word: string): boolean {
  const mine = typed.charAt(0);
  const theirs = word.charAt(0);
  if (mine === theirs || typed.charAt(1) === theirs || word.charAt(1) === mine) return true;
  return ALIKE.some((letters) => letters.includes(mine) && letters.includes(theirs));
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
