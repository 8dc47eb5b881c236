/** Packs sets of hashes for the lexicon. */
import { BitWriter, riceBits } from './bits.ts';
import type { PackedSet } from './lexicon.ts';

/** The set of `values`, each below 2^`width`. */
export function packSet(values: Iterable<number>, width: number): PackedSet {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const writer = new BitWriter();
  const parameter = riceBits(sorted.length, width);
  for (const [i, value] of sorted.entries()) writer.writeRice(value - (sorted[i - 1] ?? 0), parameter);
  return { size: sorted.length, width, bits: writer.finish() };
}
