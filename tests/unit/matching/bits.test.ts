import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, halvesOf, toBase64 } from '../../../core/matching/bits.ts';
import { openLexicon, unpack } from '../../../core/matching/lexicon.ts';
import { packSet } from '../../../core/matching/pack.ts';
import { lexicon } from './support.ts';

test('a table comes out of its base64 as it went in', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 9000 }), fc.uint16Array({ maxLength: 60 }), (bytes, halves) => {
      expect([...bytesOf(toBase64(bytes))]).toEqual([...bytes]);
      expect([...halvesOf(toBase64(halves))]).toEqual([...halves]);
    }),
  );
});

test('a set of hashes comes out sorted, each hash once', () => {
  const set = fc
    .integer({ min: 1, max: 32 })
    .chain((width) =>
      fc.tuple(fc.constant(width), fc.array(fc.integer({ min: 0, max: 2 ** width - 1 }), { maxLength: 300 })),
    );
  fc.assert(
    fc.property(set, ([width, values]) => {
      const sorted = [...new Set(values)].sort((a, b) => a - b);
      expect([...unpack(packSet(values, width))]).toEqual(sorted);
    }),
  );
});

test('each form of the lexicon is found by its key', () => {
  const opened = openLexicon(lexicon.payload);
  for (const form of lexicon.forms.keys()) expect(opened.find(opened.keyOf(form))).toBe(form);
});
