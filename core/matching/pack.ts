/** Build time: numbers → the tables that ship. */
import { toBase64 } from './bits.ts';
import { HASH_BITS } from './hash.ts';
import type { LexiconPayload, PackedSet } from './lexicon.ts';
import { slotOf } from './sieve.ts';
import { lowerHalf, type PackedTriggers } from './triggers.ts';

/** Values of a bucket on average, at most. */
const BUCKET_BITS = 2;

/** The set of `values`, each below 2^`width`. */
export function packSet(values: Iterable<number>, width: number): PackedSet {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  // The lower part of each has to fit into 16 bits.
  const bucketBits = Math.max(0, width - 16, Math.min(width, Math.ceil(Math.log2(sorted.length + 1)) - BUCKET_BITS));
  const lowBits = width - bucketBits;
  const counts = new Uint8Array(2 ** bucketBits);
  for (const value of sorted) {
    const bucket = value >>> lowBits;
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  const lows = Uint16Array.from(sorted, (value) => value & (2 ** lowBits - 1));
  return { lowBits, counts: toBase64(counts), lows: toBase64(lows) };
}

/** Bits that name a slot, where each of `count` hashes gets room for `room` or more. */
export const widthFor = (count: number, room: number): number => Math.max(3, Math.ceil(Math.log2(count * room)));

/** The sieve of `hashes`. Of strange ones one in `room` passes, or fewer. */
export function packSieve(hashes: Iterable<number>, room: number): string {
  const different = new Set(hashes);
  const width = widthFor(different.size, room);
  const bytes = new Uint8Array(2 ** (width - 3));
  for (const hash of different) {
    const slot = slotOf(hash, width);
    bytes[slot >>> 3] = (bytes[slot >>> 3] as number) | (1 << (slot & 7));
  }
  return toBase64(bytes);
}

/** The table of triggers, two thirds of it free: a look-up ends soon, and few strange words meet a slot that is taken. */
export function packTriggers(triggers: ReadonlySet<number>): PackedTriggers {
  const bits = Math.ceil(Math.log2(triggers.size * 3));
  const slots = new Uint16Array(1 << bits);
  for (const trigger of triggers) {
    let slot = trigger >>> (32 - bits);
    while (slots[slot] !== 0 && slots[slot] !== lowerHalf(trigger)) slot = (slot + 1) % slots.length;
    slots[slot] = lowerHalf(trigger);
  }
  return { bits, slots: toBase64(slots) };
}

interface PackedForm {
  readonly key: number;
  readonly entry: number;
  readonly mask: number;
  readonly caution: number;
}

/** The forms, which are sorted by their keys. */
export function packForms(
  forms: readonly PackedForm[],
): Pick<LexiconPayload, 'keys' | 'entries' | 'masks' | 'cautions'> {
  const bytes = (of: (form: PackedForm) => number) => toBase64(Uint8Array.from(forms, of));
  return {
    keys: packSet(
      forms.map(({ key }) => key),
      HASH_BITS,
    ),
    // The lower and the upper bytes pack better apart.
    entries: [bytes(({ entry }) => entry & 255), bytes(({ entry }) => entry >> 8)],
    masks: bytes(({ mask }) => mask),
    cautions: bytes(({ caution }) => caution),
  };
}
