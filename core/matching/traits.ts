/** What a glance at a word tells: most words of a page mean nothing to anyone, and are not looked at again. */
import type { LexiconWord } from './lexicon.ts';
import { isSmall } from './phrases.ts';
import { passes, type Sieve, slotOf } from './sieve.ts';
import { type Glance, NOT_PLAIN } from './words.ts';

/** Whether a word begins like one that forms are looked for by. */
export const TRIGGER = 1;
/** Whether any form has such a word. */
export const OF_FORMS = 2;
/** Whether it may be an abbreviation, as its capitals go. */
export const ABBREVIATION = 4;
/** Whether no phrase begins with it. */
export const SMALL = 8;
/** Above these bits: its topic, see topics.ts. */
const TOPIC = 4;

export const topicOf = (traits: number | undefined): number => (traits ?? 0) >> TOPIC;

/** Bits that name a place for a word to be kept in for when it comes again; one in 4 billion pairs of words would be mixed up. */
const KEPT_BITS = 14;

export interface Traits {
  readonly glance: Glance;
  /** Lets go of words kept for when they come again. */
  rest(): void;
}

/** Reads traits; `beginnings` of all words that mean anything, `read` looks a word up. */
export function openTraits(beginnings: Sieve, read: (written: string) => LexiconWord | undefined): Traits {
  const hashes = new Int32Array(1 << KEPT_BITS);
  const kept = new Uint8Array(1 << KEPT_BITS);
  return {
    glance(text, start, end, whole, beginning, capitals) {
      if (capitals !== NOT_PLAIN && !passes(beginnings, beginning)) return ofCapitals(text, start, end, capitals);
      // Of a short word both hashes are the same: an even factor keeps what tells it from others.
      const hash = (whole + Math.imul(beginning, 0x9e3779b2)) | 0 || 1;
      const slot = slotOf(hash, KEPT_BITS);
      if (hashes[slot] === hash) return kept[slot] as number;
      const word = read(text.slice(start, end));
      const traits = word ? traitsOf(word) | ofCapitals(text, start, end, word.hasCapitals ? capitals : 0) : 0;
      hashes[slot] = hash;
      kept[slot] = traits;
      return traits;
    },
    rest: () => hashes.fill(0),
  };
}

const traitsOf = ({ isTrigger, isOfForms, kind, topic }: LexiconWord): number =>
  (isTrigger ? TRIGGER : 0) | (isOfForms ? OF_FORMS : 0) | (isSmall(kind) ? SMALL : 0) | (topic << TOPIC);

/** mRNA, CK and Mg may be abbreviations, Magnesium is none. */
function ofCapitals(text: string, start: number, end: number, capitals: number): number {
  const isName = capitals === 1 && end - start > 2 && text.charCodeAt(start) < 97;
  return capitals === 0 || isName ? 0 : ABBREVIATION;
}
