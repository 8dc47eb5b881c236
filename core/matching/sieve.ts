/**
 * A set of hashes of one bit each: what is in it always passes, and of what is not only little does. (A Bloom filter with
 * one hash function; Bloom, Space/time trade-offs in hash coding with allowable errors, 1970.)
 */
import { bytesOf } from './bits.ts';

export interface Sieve {
  readonly bytes: Uint8Array;
  /** Bits that name a slot. */
  readonly width: number;
}

/** The slot of a hash among 2^`width`. */
export const slotOf = (hash: number, width: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - width);

export function openSieve(packed: string): Sieve {
  const bytes = bytesOf(packed);
  return { bytes, width: Math.log2(bytes.length) + 3 };
}

export function passes({ bytes, width }: Sieve, hash: number): boolean {
  const slot = slotOf(hash, width);
  return (((bytes[slot >>> 3] as number) >>> (slot & 7)) & 1) === 1;
}
