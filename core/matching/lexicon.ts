/** The prebuilt table of all forms, as it ships and as the matcher reads it. */
import { bitReader, riceBits } from './bits.ts';

/** A set of hashes: how many, how wide, and their bits. */
export interface PackedSet {
  readonly size: number;
  readonly width: number;
  readonly bits: string;
}

/** What the build makes of the knowledge base and the content script carries: short strings and small numbers only. */
export interface LexiconPayload {
  /** Changes with every change of the entries; goes along with every index of an entry that leaves the page. */
  readonly version: string;
  readonly seed: number;
  readonly triggerSeed: number;
  readonly forms: number;
  readonly entryBits: number;
  readonly triggers: PackedSet;
  /** Bit stream of the forms; see compile.ts. */
  readonly bits: string;
  readonly masks: readonly number[];
  /** Words that speak for health, strongly or weakly, and words that speak against; see topics.ts. */
  readonly topics: readonly [PackedSet, PackedSet, PackedSet];
  /** What each form says for itself, see cues.ts. */
  readonly cues: PackedSet;
}

export const KEY_BITS = 28;
export const TRIGGER_BITS = 18;
/** Letters of a word that its trigger looks at. */
export const TRIGGER_LENGTH = 5;

/**
 * How much evidence a form needs: none, none unless something speaks against it, some, or certainty; and none unless the
 * words beside it make it part of another name.
 */
export const CERTAIN = 0;
export const HEALTH = 1;
export const UNSURE = 2;
export const STRICT = 3;
export const SURE = 4;

export interface Lexicon {
  readonly seed: number;
  readonly triggerSeed: number;
  /** One bit for each possible trigger. */
  readonly triggers: Int32Array;
  readonly keys: Uint32Array;
  readonly entry: Uint16Array;
  /** Which endings each form accepts. */
  readonly mask: Uint8Array;
  readonly caution: Uint8Array;
  /** The index of the form with this key, or -1. */
  find(key: number): number;
  /** Opened when first asked for: most pages never need them. */
  topics(): readonly ReadonlySet<number>[];
  cues(): ReadonlySet<number>;
  readonly cueWidth: number;
}

/** The slot of a trigger from the hash of its letters. */
export const triggerSlot = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - TRIGGER_BITS);

/** Calls `each` with the hashes of a set, smallest first. */
export function unpack({ size, width, bits }: PackedSet, each: (value: number) => void): void {
  const { rice } = bitReader(bits);
  const parameter = riceBits(size, width);
  for (let i = 0, value = 0; i < size; i++) {
    value += rice(parameter);
    each(value);
  }
}

function toSet(packed: PackedSet): Set<number> {
  const set = new Set<number>();
  unpack(packed, (value) => set.add(value));
  return set;
}

/** Unpacks the table: one pass over its bits, nothing computed of the forms themselves. */
export function openLexicon(payload: LexiconPayload): Lexicon {
  const { forms, seed } = payload;
  const triggers = new Int32Array(1 << (TRIGGER_BITS - 5));
  unpack(payload.triggers, (slot) => {
    triggers[slot >>> 5] = (triggers[slot >>> 5] as number) | (1 << slot);
  });

  const { read, rice } = bitReader(payload.bits);
  const keys = new Uint32Array(forms);
  const entry = new Uint16Array(forms);
  const mask = new Uint8Array(forms);
  const caution = new Uint8Array(forms);
  const keyRice = riceBits(forms, KEY_BITS);
  const bucketShift = Math.max(0, KEY_BITS - Math.ceil(Math.log2(forms + 1)));
  const buckets = new Uint32Array((1 << (KEY_BITS - bucketShift)) + 1);
  for (let i = 0, key = 0; i < forms; i++) {
    key += rice(keyRice);
    keys[i] = key;
    buckets[(key >>> bucketShift) + 1] = i + 1;
    entry[i] = read(payload.entryBits);
    mask[i] = payload.masks[rice(0)] as number;
    caution[i] = rice(0);
  }
  for (let i = 1; i < buckets.length; i++) buckets[i] = Math.max(buckets[i] as number, buckets[i - 1] as number);

  let topics: Set<number>[] | undefined;
  let cues: Set<number> | undefined;
  return {
    seed,
    triggerSeed: payload.triggerSeed,
    triggers,
    keys,
    entry,
    mask,
    caution,
    cueWidth: payload.cues.width,
    topics() {
      topics ??= payload.topics.map(toSet);
      return topics;
    },
    cues() {
      cues ??= toSet(payload.cues);
      return cues;
    },
    find(key) {
      const bucket = key >>> bucketShift;
      for (let i = buckets[bucket] as number; i < (buckets[bucket + 1] as number); i++) if (keys[i] === key) return i;
      return -1;
    },
  };
}
