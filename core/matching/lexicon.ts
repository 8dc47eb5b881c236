/** The prebuilt table of all forms, as it ships and as the matcher reads it. */
import { bytesOf, halvesOf, offsetsOf } from './bits.ts';
import { extend } from './hash.ts';
import { type WordKey, wordKey } from './keys.ts';
import { isVariable } from './phrases.ts';
import { type ScanTriggers, TRIGGER_LENGTH } from './scan-triggers.ts';
import { openSieve, passes, type Sieve } from './sieve.ts';
import { topicHash } from './topics.ts';
import { openTraits } from './traits.ts';
import type { Glance } from './words.ts';

/** A sorted set of hashes: how many begin with each combination of upper bits, and the lower bits of each. */
export interface PackedSet {
  readonly lowBits: number;
  readonly counts: string;
  readonly lows: string;
}

/** What the build makes of the knowledge base and the background carries: short strings and small numbers only. */
export interface LexiconPayload extends ScanTriggers {
  /** Changes with every change of the entries; goes along with every index of an entry between page and background. */
  readonly version: string;
  readonly seed: number;
  /** The keys of the forms, and in the same order the entry of each, the endings it accepts and its caution. */
  readonly keys: PackedSet;
  readonly entries: readonly [lower: string, upper: string];
  readonly masks: string;
  readonly cautions: string;
  /** A sieve of the beginnings of all words that mean anything, see traits.ts. */
  readonly beginnings: string;
  /** A sieve of the hashes that words of forms have: no other word can be part of one. */
  readonly vocabulary: string;
  /** Words that speak for health, strongly or weakly, or against, and in the same order the topic of each; see topics.ts. */
  readonly topicWords: PackedSet;
  readonly topics: string;
  /** What each form says for itself, see cues.ts. */
  readonly cues: PackedSet;
}

/**
 * How much evidence a form needs: none; hardly any, as it is evidence itself, but an everyday word; none unless something
 * speaks against it; some; certainty; and none unless the words beside it make it part of another name.
 */
export const CERTAIN = 0;
export const LIKELY = 1;
export const HEALTH = 2;
export const UNSURE = 3;
export const STRICT = 4;
export const SURE = 5;

/** A word as it stands on a page, with what the lexicon knows of it. */
export interface LexiconWord extends WordKey {
  /** See topics.ts. */
  readonly topic: number;
  /** Whether it begins like a word that forms are looked for by. */
  readonly isTrigger: boolean;
  /** Whether any form has such a word. */
  readonly isOfForms: boolean;
}

export interface Lexicon {
  /** See traits.ts. */
  readonly glance: Glance;
  readonly seed: number;
  readonly triggerSeed: number;
  /** The hashes of the triggers, begun with `triggerSeed`. */
  readonly triggers: Sieve;
  /** The key of a form. */
  keyOf(form: number): number;
  /** The index of a form's entry. */
  entryOf(form: number): number;
  /** Which endings each form accepts. */
  readonly mask: Uint8Array;
  readonly caution: Uint8Array;
  /** The index of the form with this key, or -1. */
  find(key: number): number;
  /** A word of a text; undefined for words that are too long. */
  word(written: string): LexiconWord | undefined;
  /** Lets go of words kept for when they come again. */
  rest(): void;
  cues(): HashSet;
}

export interface HashSet {
  has(hash: number): boolean;
}

/** Words kept for when they come again. */
const MOST_WORDS = 10_000;

/** The hashes of a set, smallest first. */
export function unpack({ lowBits, counts, lows }: PackedSet): Uint32Array {
  const sizes = bytesOf(counts);
  const low = halvesOf(lows);
  const values = new Uint32Array(low.length);
  for (let bucket = 0, i = 0; bucket < sizes.length; bucket++) {
    for (const end = i + (sizes[bucket] as number); i < end; i++) values[i] = (bucket << lowBits) | (low[i] as number);
  }
  return values;
}

/** A set opened for look-ups. */
class Table {
  readonly #lowBits: number;
  readonly #lowMask: number;
  readonly #offsets: Uint32Array;
  readonly #lows: Uint16Array;

  constructor({ lowBits, counts, lows }: PackedSet) {
    this.#lowBits = lowBits;
    this.#lowMask = 2 ** lowBits - 1;
    this.#offsets = offsetsOf(bytesOf(counts));
    this.#lows = halvesOf(lows);
  }

  /** Where in the set a hash stands, or -1. */
  find(hash: number): number {
    const lows = this.#lows;
    const bucket = hash >>> this.#lowBits;
    const end = this.#offsets[bucket + 1] as number;
    const low = hash & this.#lowMask;
    for (let i = this.#offsets[bucket] as number; i < end; i++) if (lows[i] === low) return i;
    return -1;
  }

  has(hash: number): boolean {
    return this.find(hash) >= 0;
  }

  /** The hash that stands at a place. */
  at(place: number): number {
    let bucket = 0;
    for (let step = this.#offsets.length >> 1; step > 0; step >>= 1)
      if ((this.#offsets[bucket + step] as number) <= place) bucket += step;
    return ((bucket << this.#lowBits) | (this.#lows[place] as number)) >>> 0;
  }
}

/** Opens the tables: nothing is computed of the forms themselves. */
export function openLexicon(payload: LexiconPayload): Lexicon {
  const { seed, triggerSeed } = payload;
  const triggers = openSieve(payload.triggers);
  const vocabulary = openSieve(payload.vocabulary);
  const topicWords = new Table(payload.topicWords);
  const topics = bytesOf(payload.topics);
  const keys = new Table(payload.keys);
  const lowEntries = bytesOf(payload.entries[0]);
  const highEntries = bytesOf(payload.entries[1]);
  const words = new Map<string, LexiconWord | undefined>();
  const read = (written: string): LexiconWord | undefined => {
    const key = wordKey(written);
    if (!key) return undefined;
    const { plain, kind, last, exact } = key;
    const begins = extend(triggerSeed, plain, plain === '+' ? 0 : Math.min(plain.length, TRIGGER_LENGTH));
    const topic = plain.length > 1 ? topicWords.find(topicHash(last)) : -1;
    return {
      ...key,
      isTrigger: passes(triggers, begins),
      topic: topic < 0 ? 0 : (topics[topic] as number),
      isOfForms: isVariable(kind) || passes(vocabulary, last) || passes(vocabulary, exact),
    };
  };
  const { cues: packedCues } = payload;
  const word = (written: string): LexiconWord | undefined => {
    const known = words.get(written);
    if (known || words.has(written)) return known;
    if (words.size > MOST_WORDS) words.clear();
    const word = read(written);
    words.set(written, word);
    return word;
  };
  const traits = openTraits(openSieve(payload.beginnings), read);
  let cues: Table | undefined;
  return {
    glance: traits.glance,
    seed,
    triggerSeed,
    triggers,
    keyOf: (form) => keys.at(form),
    entryOf: (form) => (lowEntries[form] as number) | ((highEntries[form] as number) << 8),
    mask: bytesOf(payload.masks),
    caution: bytesOf(payload.cautions),
    find: (key) => keys.find(key),
    word,
    rest() {
      words.clear();
      traits.rest();
    },
    cues() {
      cues ??= new Table(packedCues);
      return cues;
    },
  };
}
