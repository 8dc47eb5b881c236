import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Evidence } from '../../../core/matching/evidence.ts';
import type { Scan } from '../../../core/matching/scan.ts';
import { readWords } from '../../../core/matching/words.ts';

/** A block of a page, known by its place. */
interface Block {
  readonly place: number;
}
const HASH = 7;
const blocks: readonly Block[] = Array.from({ length: 12 }, (_, place) => ({ place }));

/** A block that defines the abbreviation at some offsets, and nothing else. */
const scanOf = (definitions: readonly { at: number; entry: number }[]): Scan => ({
  candidates: [],
  words: readWords(''),
  keys: { length: 0, at: () => undefined },
  certain: [],
  abbreviations: [],
  definitions: definitions.map((definition) => ({ ...definition, hash: HASH })),
});

const step = fc.record({
  block: fc.nat(blocks.length - 1),
  definitions: fc
    .array(fc.record({ at: fc.nat(9), entry: fc.integer({ min: -1, max: 1 }) }), { maxLength: 3 })
    .map((all) => all.sort((a, b) => a.at - b.at)),
  removes: fc.boolean(),
});

test('an abbreviation means what its last definition before it says, whatever came and went', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat(11), fc.nat(9), (steps, place, at) => {
      const evidence = new Evidence((a, b) => (a as Block).place < (b as Block).place);
      const now = new Map<number, readonly { at: number; entry: number }[]>();
      for (const { block, definitions, removes } of steps) {
        const target = blocks[block] as Block;
        if (removes) {
          evidence.remove(target);
          now.delete(block);
        } else {
          evidence.add(target, scanOf(definitions));
          now.set(block, definitions);
        }
        const expected = [...now]
          .flatMap(([there, all]) => all.map((definition) => ({ ...definition, there })))
          .filter((one) => one.there < place || (one.there === place && one.at <= at))
          .sort((a, b) => a.there - b.there || a.at - b.at)
          .at(-1)?.entry;
        expect(evidence.meaning(HASH, blocks[place] as Block, at)).toBe(expected);
      }
    }),
  );
});
