/** The cheap test of every text of a page: whether any word of it can begin a form. The page engine carries this much of the lexicon. */
import { expand, fold, folded, HYPHEN, RARE, SKIP, SPACE, WORD } from './fold.ts';
import { PRIME } from './hash.ts';
import { openSieve, passes, type Sieve } from './sieve.ts';

/** Letters of a word that its trigger looks at. */
export const TRIGGER_LENGTH = 7;

export interface ScanTriggers {
  /** What a hash begins with. */
  readonly triggerSeed: number;
  /** A sieve of the beginnings of words that forms are looked for by. */
  readonly triggers: string;
}

/** Answers whether `text` may hold a form; where it says no, a scan finds nothing. */
export function openScanTriggers({ triggerSeed, triggers }: ScanTriggers): (text: string) => boolean {
  const sieve = openSieve(triggers);
  return (text) => nextTrigger(sieve, triggerSeed, text) >= 0;
}

/** Where the first word that can belong to a form ends, or -1: the loop that reads every character of a page. */
function nextTrigger(triggers: Sieve, seed: number, text: string): number {
  const end = text.length;
  // Of the word before a hyphen: "cis-platin".
  let joined = 0;
  let joinedLength = 0;
  let at = 0;
  while (at < end) {
    let kind = kindAt(text, at);
    if (kind < WORD) {
      if (kind === RARE) return nextTrigger(triggers, seed, expand(text));
      if (kind !== SKIP) joinedLength = 0;
      at++;
      continue;
    }
    const from = at;
    let hash = seed;
    let length = 0;
    do {
      if (kind >= WORD) {
        if (length++ < TRIGGER_LENGTH) hash = (Math.imul(hash, PRIME) + kind) | 0;
      } else if (kind === RARE) return nextTrigger(triggers, seed, expand(text));
      else if (kind !== SKIP) break;
      kind = ++at < end ? kindAt(text, at) : SPACE;
    } while (at < end);
    if (passes(triggers, hash)) return at;
    if (joinedLength > 0 && passes(triggers, extend(joined, joinedLength, text, from, at))) return at;
    joinedLength = kind === HYPHEN ? length : 0;
    joined = hash;
    at++;
  }
  return -1;
}

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return (folded[code] as number) || fold(code);
};

/** The hash of a beginning of `length` letters that goes on with the word from `from` to `to`. */
function extend(hash: number, length: number, text: string, from: number, to: number): number {
  let joined = hash;
  for (let at = from, left = TRIGGER_LENGTH - length; at < to && left > 0; at++) {
    const kind = kindAt(text, at);
    if (kind < WORD) continue;
    joined = (Math.imul(joined, PRIME) + kind) | 0;
    left--;
  }
  return joined;
}
