/** The cheap test of every text of a page: whether any word of it can begin a form. The page engine carries this much of the lexicon. */
import { expand, fold, folded, HYPHEN, RARE, SKIP, WORD } from './fold.ts';
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
export function nextTrigger(triggers: Sieve, seed: number, text: string): number {
  let hash = seed;
  let length = 0;
  // Of the word with the one before its hyphen: "cis-platin".
  let joined = 0;
  let joinedLength = 0;
  const end = text.length;
  for (let i = 0; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : 32;
    const kind = (folded[code] as number) || fold(code);
    if (kind >= WORD) {
      if (length++ < TRIGGER_LENGTH) hash = (Math.imul(hash, PRIME) + kind) | 0;
      if (joinedLength > 0 && joinedLength++ < TRIGGER_LENGTH) joined = (Math.imul(joined, PRIME) + kind) | 0;
    } else if (kind === RARE) {
      return nextTrigger(triggers, seed, expand(text));
    } else if (kind !== SKIP) {
      if (length > 0 && (passes(triggers, hash) || (joinedLength > 0 && passes(triggers, joined)))) return i;
      joinedLength = kind === HYPHEN ? length : 0;
      joined = hash;
      hash = seed;
      length = 0;
    }
  }
  return -1;
}
