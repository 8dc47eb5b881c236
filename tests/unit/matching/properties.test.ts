import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockKeys } from '../../../core/matching/block-keys.ts';
import { expand, fold } from '../../../core/matching/fold.ts';
import { findForms } from '../../../core/matching/forms.ts';
import { extend } from '../../../core/matching/hash.ts';
import { innerStem } from '../../../core/matching/inflection.ts';
import { openLexicon } from '../../../core/matching/lexicon.ts';
import type { Scan } from '../../../core/matching/scan.ts';
import { TRIGGER_LENGTH } from '../../../core/matching/scan-triggers.ts';
import { passes } from '../../../core/matching/sieve.ts';
import { readWords } from '../../../core/matching/words.ts';
import { lexicon, marksOf, matcher } from './support.ts';

/** Pieces that make terms, near terms and trouble. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['magnesium', 'Mg', '2', '+', 'vitamin', 'B', '12', 'hypo', 'kalemia', 'deficiency', 'of', 'low', 'in', 'the'],
    ...[
      'iron',
      'lead',
      'MS',
      '(',
      ')',
      ',',
      '/',
      '-',
      '–',
      '—',
      ' ',
      '  ',
      '\u00a0',
      '\u00ad',
      '\u0301',
      '\n',
      '.',
      'and',
    ],
    ...[
      '’s',
      's',
      'ﬁ',
      '㎎',
      '²⁺',
      '₁₂',
      '𝗠𝗴',
      '\ud835',
      '\udc00',
      '🙂',
      'é',
      'ж',
      '中',
      '_',
      'symptoms',
      'patients',
      'muscle weakness of the legs ',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  it('is marked at offsets of the text as given, sorted, without overlap', () => {
    fc.assert(
      fc.property(text, (given) => {
        let last = 0;
        for (const { start, end, text: marked } of marksOf(given)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(given.slice(start, end)).toBe(marked);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that the cheap test turns away holds no candidate', () => {
    fc.assert(
      fc.property(text, (given) => {
        if (!matcher.mayMatch(given)) expect(matcher.scan(given)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('is marked the same in a longer page of other blocks that hold nothing', () => {
    fc.assert(
      fc.property(text, (given) => {
        const alone = marksOf(given).map(({ start, text: marked }) => `${start} ${marked}`);
        const padded = marksOf(`${given}\n\n...\n!`).map(({ start, text: marked }) => `${start} ${marked}`);
        expect(padded).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });

  it('has words that stand where they say, one after the other', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { start, end, gap } = readWords(given);
        expect(gap).toHaveLength(start.length);
        start.forEach((at, i) => {
          expect(end[i]).toBeGreaterThan(at);
          expect(at).toBeGreaterThanOrEqual(end[i - 1] ?? 0);
        });
      }),
    );
  });

  it('written out once is written out', () => {
    fc.assert(
      fc.property(text, (given) => expand(expand(given)) === expand(given)),
      { examples: [['Ǆ'], ['ĳzer'], ['𝛃-blocker']] },
    );
  });
});

it('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), (code) => {
      const folded = fold(code);
      if (folded >= 48 && folded < 0x80) expect(fold(folded)).toBe(folded);
    }),
    { numRuns: 5000 },
  );
});

it('a stem is the same for a word and its plural', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,12}[bdgklmnprt]$/), (word) => {
      expect(innerStem(`${word}s`)).toBe(innerStem(word));
    }),
  );
});

describe('evidence that comes and goes', () => {
  it('settles as if it had been gathered afresh', () => {
    const block = fc.record({ text, stays: fc.boolean() });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const order = (a: object, b: object) => blocks.indexOf(a as never) < blocks.indexOf(b as never);
        const incremental = matcher.createEvidence(order);
        const fresh = matcher.createEvidence(order);
        for (const one of blocks) {
          const scan = matcher.scan(one.text);
          if (scan) incremental.add(one, scan);
        }
        for (const one of blocks) if (!one.stays) incremental.remove(one);
        for (const one of blocks) {
          const scan = one.stays ? matcher.scan(one.text) : undefined;
          if (scan) fresh.add(one, scan);
        }
        for (const one of blocks) {
          const scan = one.stays ? matcher.scan(one.text) : undefined;
          if (scan) expect(matcher.settle(scan, one, incremental)).toEqual(matcher.settle(scan, one, fresh));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('odd and long input', () => {
  const long = 200_000;
  it.each([
    ['one letter', 'm'.repeat(50 * long)],
    ['one digit', '1'.repeat(long)],
    ['spaces', ' '.repeat(long)],
    ['combining marks', `magnesium${'\u0301'.repeat(5 * long)}`],
    ['soft hyphens', `magne${'\u00ad'.repeat(long)}sium`],
    ['lone surrogates', '\ud800'.repeat(long)],
    ['styled letters', '𝗠'.repeat(long / 2)],
    ['ligatures', 'ﬁ'.repeat(long)],
    ['hyphens', 'magnesium-'.repeat(long / 10)],
    ['brackets', `magnesium${'('.repeat(long)}`],
    ['definitions', 'MG (M) '.repeat(long / 8)],
    ['nothing but a word', 'lack of '.repeat(long / 8)],
    ['pluses', `Ca${'+'.repeat(long)}`],
    ['lists', 'vitamin A, '.repeat(long / 11)],
  ])('%s: is read without complaint', (_name, given) => {
    expect(() => marksOf(given)).not.toThrow();
  });

  it('takes work in proportion to its length, counted in look-ups', () => {
    const once = 'low levels of the magnesium in the blood, vitamins A, C and D (BFS) '.repeat(50);
    expect(lookups(once.repeat(4))).toBeLessThan(lookups(once) * 4.5);
  });

  it.each(['Stress ', 'MS, Lee, ', 'Headache, Fit, ', 'riboflavin B2 ', 'K 3 mmol/L '])(
    'is weighed with work in proportion to its length, counted in words looked at: %s',
    (piece) => {
      const once = piece.repeat(300);
      expect(wordsSeen(once.repeat(4))).toBeLessThan(wordsSeen(once) * 4.5);
    },
  );

  it('reads the beginning of a run alone, be it a trigger or not', () => {
    const { triggers, triggerSeed } = openLexicon(lexicon.payload);
    const runs = Array.from({ length: 2600 }, (_, i) => `${String.fromCharCode(97 + (i % 26))}${Math.floor(i / 26)}`)
      .map((piece) => piece.repeat(400))
      .filter((run) => passes(triggers, extend(triggerSeed, run.slice(0, TRIGGER_LENGTH))));
    expect(runs.length).toBeGreaterThan(0);
    for (const run of [...runs, 'k7'.repeat(400), 'k7-'.repeat(400)]) {
      expect(lookups(run.repeat(4))).toBeLessThanOrEqual(lookups(run) * 4.5);
    }
  });
});

/** How often the lexicon is asked while the forms of `given` are found, about words and about forms. */
function lookups(given: string): number {
  const opened = openLexicon(lexicon.payload);
  let asked = 0;
  const find = (key: number) => {
    asked++;
    return opened.find(key);
  };
  const word = (written: string) => {
    asked++;
    return opened.word(written);
  };
  const words = readWords(given, opened.glance);
  const counted = { ...opened, find, word };
  findForms(counted, words, new BlockKeys(counted, words));
  return asked;
}

/** How often a word's place is looked at while the marks of `given` are settled. */
function wordsSeen(given: string): number {
  const scan = matcher.scan(given) as Scan;
  let seen = 0;
  const start: Int32Array = new Proxy(scan.words.start, {
    get(all, key) {
      const value: unknown = Reflect.get(all, key);
      if (typeof value !== 'function') seen++;
      return typeof value === 'function' ? Reflect.get(Array.prototype, key).bind(start) : value;
    },
  });
  const counted = { ...scan, words: { ...scan.words, start } };
  const evidence = matcher.createEvidence(() => false);
  evidence.add(counted, counted);
  matcher.settle(counted, counted, evidence);
  return seen;
}
