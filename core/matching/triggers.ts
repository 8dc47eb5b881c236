/**
 * Triggers: the few beginnings of words, and pairs of words, without one of which no page has a health term. The script
 * of every frame carries these alone; the page engine comes when one of them fires.
 */

import { halvesOf } from './bits.ts';
import { expand, fold, folded, RARE, SKIP, WORD } from './fold.ts';
import { extend, PRIME } from './hash.ts';

/** Letters that a single word and each word of a pair are known by; with fewer, creating is creatine. */
const LETTERS = 9;
const PAIR_LETTERS = 4;

/** A table as it is looked into: each trigger's lower half in the first free slot from the one that its upper bits name. */
export interface PackedTriggers {
  /** Bits that name a slot. */
  readonly bits: number;
  /** 16 bits a slot, 0 where it is free: one strange word in some 150,000 fires by chance. */
  readonly slots: string;
}

/** What a word is known by: its first letters, how many capitals it has, and its part in a pair. */
export interface TriggerWord {
  readonly hash: number;
  readonly capitals: number;
  readonly pairHash: number;
  readonly length: number;
}

const THE = extend(0, 'the');
const AND = extend(0, 'and');
const FOR = extend(0, 'for');
/** Small words of up to this many letters, and the three above, stand inside a pair without parting it: "shortness of breath". */
const SMALL = 2;

const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 0;

/** What of a trigger stands in its slot. */
export const lowerHalf = (trigger: number): number => trigger & 0xffff || 1;

export const wordTrigger = (hash: number): number => spread(hash);
/** A form that is case-exact fires on as many capitals as it has: "ALS", not "als". */
export const exactTrigger = (hash: number, capitals: number): number => spread(hash + Math.imul(capitals, 0x85ebca6b));
export const pairTrigger = (first: number, second: number): number => spread(Math.imul(first, 0x27d4eb2f) + second);

/** Whether a word can be one of a pair. */
export const makesPairs = (pairHash: number, length: number, capitals: number): boolean =>
  (length > SMALL || capitals > 0) && pairHash !== THE && pairHash !== AND && pairHash !== FOR;

/** The words of `text` as triggers know them; for the build. */
export function triggerWords(text: string): TriggerWord[] {
  const words: TriggerWord[] = [];
  eachWord(text, (hash, capitals, pairHash, length) => {
    words.push({ hash, capitals, pairHash, length });
    return false;
  });
  return words;
}

/** Answers whether a trigger fires in a text. A pair may begin at the end of the text asked about before. */
export function openTriggers({ bits, slots }: PackedTriggers): (text: string) => boolean {
  const table = halvesOf(slots);
  const mask = (1 << bits) - 1;
  const has = (trigger: number) => {
    const half = lowerHalf(trigger);
    for (let slot = trigger >>> (32 - bits); table[slot]; slot = (slot + 1) & mask)
      if (table[slot] === half) return true;
    return false;
  };
  let first = 0;
  const fires = (hash: number, capitals: number, pairHash: number, length: number) => {
    if (has(wordTrigger(hash)) || (capitals > 0 && has(exactTrigger(hash, capitals)))) return true;
    if (!makesPairs(pairHash, length, capitals)) return false;
    const fired = has(pairTrigger(first, pairHash));
    first = pairHash;
    return fired;
  };
  return (text) => eachWord(text, fires);
}

/** Calls `visit` with each word until it returns true; the loop that reads every character of a page. */
function eachWord(
  text: string,
  visit: (hash: number, capitals: number, pairHash: number, length: number) => boolean,
): boolean {
  let hash = 0;
  let pairHash = 0;
  let capitals = 0;
  let length = 0;
  const end = text.length;
  for (let i = 0; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : 32;
    const kind = (folded[code] as number) || fold(code);
    if (kind >= WORD) {
      if (length < LETTERS) {
        hash = (Math.imul(hash, PRIME) + kind) | 0;
        if (length < PAIR_LETTERS) pairHash = hash;
      }
      if (code > 64 && code < 91) capitals++;
      length++;
    } else if (kind === RARE) {
      return eachWord(expand(text.slice(i - length)), visit);
    } else if (kind !== SKIP && length > 0) {
      if (visit(hash, capitals, pairHash, length)) return true;
      hash = pairHash = capitals = length = 0;
    }
  }
  return false;
}
