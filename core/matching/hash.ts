/** Hashes of words and of sequences of words, where a sequence hashes as its words written together. */

const BASE = 0x01000193;

/** Powers of the base, up to the longest form. */
const powers = new Int32Array(128).fill(1);
for (let i = 1; i < powers.length; i++) powers[i] = Math.imul(powers[i - 1] as number, BASE);

export const MAX_LENGTH = powers.length - 1;

/** `seed` then the characters of `word`. */
export function extend(hash: number, word: string): number {
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, BASE) + word.charCodeAt(i)) | 0;
  return hash;
}

/** The hash of two strings written together, from their hashes and the length of the second. */
export function concat(first: number, second: number, length: number): number {
  return (Math.imul(first, powers[length] as number) + second) | 0;
}

/** Spreads a hash over `bits` bits, seeded; the finish of MurmurHash3 (Appleby, public domain). */
export function finish(hash: number, seed: number, bits: number): number {
  hash ^= seed;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - bits);
}
