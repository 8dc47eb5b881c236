/** Hashes of words and of sequences of words. */

export const PRIME = 0x01000193;

/** `hash` continued by the first `length` characters of `word`. */
export function extend(hash: number, word: string, length = word.length): number {
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, PRIME) + word.charCodeAt(i)) | 0;
  return hash;
}

/** The hash of a sequence continued by one more word's hash. Order counts. */
export function append(sequence: number, word: number): number {
  const mixed = Math.imul(sequence ^ word, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) | 0;
}

/**
 * Bits of the hashes that stand for forms and cues. All that there are: with 25 a strange word beside one mark in 700 passed
 * for a cue, with 28 a phrase in a million words for a form.
 */
export const HASH_BITS = 32;

/** Spreads a hash over `bits` bits, seeded; the finish of MurmurHash3 (Appleby, public domain). */
export function finish(hash: number, seed: number, bits = HASH_BITS): number {
  hash ^= seed;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - bits);
}

/** Longest text that `Prefixes` reads. */
const LONGEST = 80;
/** What a hash counts for after so many characters. */
const POWERS = new Int32Array(LONGEST + 1).fill(1);
for (let i = 0; i < LONGEST; i++) POWERS[i + 1] = Math.imul(POWERS[i] as number, PRIME);

/** The hashes of all beginnings of one word at a time, for any hash to start from: read once, asked often. */
export class Prefixes {
  readonly #hashes = new Int32Array(LONGEST + 1);

  /** Reads a word in small letters, of a–z alone; returns how many of them were capitals, -1 where there are others. */
  read(word: string): number {
    const hashes = this.#hashes;
    let hash = 0;
    let capitals = 0;
    for (let i = 0; i < word.length; i++) {
      let code = word.charCodeAt(i);
      if (code < 97) {
        if (code < 65 || code > 90) return -1;
        code += 32;
        capitals++;
      } else if (code > 122) return -1;
      hash = (Math.imul(hash, PRIME) + code) | 0;
      hashes[i + 1] = hash;
    }
    return capitals;
  }

  /** `hash` continued by the first `length` characters. */
  extend(hash: number, length: number): number {
    return (Math.imul(hash, POWERS[length] as number) + (this.#hashes[length] as number)) | 0;
  }
}
