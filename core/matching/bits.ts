/** Bytes as base64, the lexicon's transport: browsers decode it natively, so a page pays nothing for opening its tables. */

/** Characters that are taken from a list of arguments at once. */
const CHUNK = 4096;

interface Base64 {
  fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
}

/** `numbers` as they lie in memory (little-endian on every machine that runs a browser); for the build. */
export function toBase64({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}

/** The bytes of a table. Older browsers have no `Uint8Array.fromBase64` (Chromium before 140). */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as Base64).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** The same as numbers of 16 bits. */
export const halvesOf = (text: string): Uint16Array => new Uint16Array(bytesOf(text).buffer);

/** Where each bucket of a table begins, and behind them where the last one ends, from how many items each holds. */
export function offsetsOf(counts: ArrayLike<number>): Uint32Array {
  const offsets = new Uint32Array(counts.length + 1);
  let sum = 0;
  for (let i = 0; i < counts.length; ) {
    sum += counts[i] as number;
    offsets[++i] = sum;
  }
  return offsets;
}
