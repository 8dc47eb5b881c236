import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitWriter, bitReader } from '../../../core/matching/bits.ts';

const number = fc.oneof(
  fc.record({ kind: fc.constant('plain' as const), bits: fc.integer({ min: 0, max: 28 }), value: fc.nat(2 ** 28 - 1) }),
  fc.record({ kind: fc.constant('rice' as const), bits: fc.integer({ min: 0, max: 20 }), value: fc.nat(2 ** 20) }),
);

test('what was written as bits is read again', () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 60 }), (all) => {
      const numbers = all.map(({ kind, bits, value }) => {
        const most = kind === 'plain' ? 2 ** bits : 40 * 2 ** bits;
        return { kind, bits, value: value % most };
      });
      const writer = new BitWriter();
      for (const { kind, bits, value } of numbers) {
        if (kind === 'plain') writer.write(value, bits);
        else writer.writeRice(value, bits);
      }
      const reader = bitReader(writer.finish());
      const read = numbers.map(({ kind, bits }) => (kind === 'plain' ? reader.read(bits) : reader.rice(bits)));
      expect(read).toEqual(numbers.map(({ value }) => value));
    }),
  );
});
