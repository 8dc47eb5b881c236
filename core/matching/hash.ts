/** Hashes of words and of sequences of words. */

/** `hash` continued by the first `length` characters of `word`. */
export function extend(hash: number, word: string, length = word.length): number {
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, 0x01000193) + word.charCodeAt(i)) | 0;
  return hash;
}

/** The hash of a sequence continued by one more word's hash. Order counts. */
export function append(sequence: number, word: number): number {
  const mixed = Math.imul(sequence ^ word, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) | 0;
}

/** Spreads a hash over `bits` bits, seeded; the finish of MurmurHash3 (Appleby, public domain). */
export function finish(hash: number, seed: number, bits: number): number {
  hash ^= seed;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - bits);
}
