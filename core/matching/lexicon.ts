/** The prebuilt table of all forms, as it ships and as the matcher reads it. */
import { bitReader, riceBits } from './bits.ts';

/** Words right before or after, and words anywhere near, as hashes of 20 bits. */
export interface SenseRule {
  /** 1: health unless something speaks against it. */
  readonly d?: 1;
  readonly wb?: readonly number[];
  readonly wa?: readonly number[];
  readonly nb?: readonly number[];
  readonly na?: readonly number[];
  readonly near?: readonly number[];
  readonly far?: readonly number[];
  /** Indexes of entries. */
  readonly e?: readonly number[];
}

/** What the build makes of the knowledge base and the content script carries: short strings and small numbers only. */
export interface LexiconPayload {
  /** Changes with every change of the entries; goes along with every index of an entry that leaves the page. */
  readonly version: string;
  readonly seed: number;
  readonly forms: number;
  readonly triggers: number;
  readonly entryBits: number;
  /** Bit stream of the triggers, then of the forms; see compile.ts. */
  readonly bits: string;
  readonly masks: readonly number[];
  readonly senses: readonly SenseRule[];
}

export const KEY_BITS = 28;
export const TRIGGER_BITS = 18;
export const WORDS_BITS = 3;
export const MASK_BITS = 4;
export const SENSE_BITS = 9;
export const CUE_BITS = 20;
/** Letters of a word that its trigger looks at. */
export const TRIGGER_LENGTH = 6;
export const NO_SENSE = 0xffff;

export interface Lexicon {
  readonly seed: number;
  /** One bit for each possible trigger. */
  readonly triggers: Int32Array;
  readonly entry: Uint16Array;
  readonly mask: Uint8Array;
  /** Number of words in the form. */
  readonly words: Uint8Array;
  /** 1 where the form may also be written with fewer words (multi-vitamin, multivitamin). */
  readonly loose: Uint8Array;
  readonly sense: Uint16Array;
  readonly senses: readonly SenseRule[];
  /** The index of the form with this key, or -1. */
  find(key: number): number;
}

/** The slot of a trigger from the hash of its letters. */
export const triggerSlot = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - TRIGGER_BITS);

/** Unpacks the table: one pass over its bits, nothing computed of the forms themselves. */
export function openLexicon(payload: LexiconPayload): Lexicon {
  const { forms, seed, senses } = payload;
  const { read, rice } = bitReader(payload.bits);
  const triggers = new Int32Array(1 << (TRIGGER_BITS - 5));
  const triggerRice = riceBits(payload.triggers, TRIGGER_BITS);
  for (let i = 0, slot = 0; i < payload.triggers; i++) {
    slot += rice(triggerRice);
    triggers[slot >>> 5] = (triggers[slot >>> 5] as number) | (1 << (slot & 31));
  }

  const keys = new Uint32Array(forms);
  const entry = new Uint16Array(forms);
  const mask = new Uint8Array(forms);
  const words = new Uint8Array(forms);
  const loose = new Uint8Array(forms);
  const sense = new Uint16Array(forms);
  const keyRice = riceBits(forms, KEY_BITS);
  const bucketShift = Math.max(0, KEY_BITS - Math.ceil(Math.log2(forms + 1)));
  const buckets = new Uint32Array((1 << (KEY_BITS - bucketShift)) + 1);
  for (let i = 0, key = 0; i < forms; i++) {
    key += rice(keyRice);
    keys[i] = key;
    buckets[(key >>> bucketShift) + 1] = i + 1;
    entry[i] = read(payload.entryBits);
    words[i] = rice(0) + 1;
    loose[i] = read(1);
    mask[i] = payload.masks[rice(0)] as number;
    sense[i] = read(1) ? read(SENSE_BITS) : NO_SENSE;
  }
  for (let i = 1; i < buckets.length; i++) buckets[i] = Math.max(buckets[i] as number, buckets[i - 1] as number);

  return {
    seed,
    triggers,
    entry,
    mask,
    words,
    loose,
    sense,
    senses,
    find(key) {
      const bucket = key >>> bucketShift;
      for (let i = buckets[bucket] as number; i < (buckets[bucket + 1] as number); i++) if (keys[i] === key) return i;
      return -1;
    },
  };
}
