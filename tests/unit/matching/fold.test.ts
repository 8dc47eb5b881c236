import { describe, expect, it } from 'vitest';
import { BREAK, classify, expand, fold, HYPHEN, RARE, SKIP, SPACE } from '../../../core/matching/fold.ts';

const code = (char: string) => char.charCodeAt(0);
const folds = (char: string) => String.fromCharCode(fold(code(char)));

describe('a character', () => {
  it.each([
    ['A', 'a'],
    ['z', 'z'],
    ['é', 'e'],
    ['Ü', 'u'],
    ['ł', 'ł'],
    ['₁', '1'],
    ['²', '2'],
    ['Ａ', 'a'],
    ['７', '7'],
    ['æ', 'e'],
    ['Œ', 'e'],
    ['ï', 'i'],
    ['ñ', 'n'],
    ['ſ', 's'],
    ['ª', 'a'],
    ['½', '1'],
    ['_', '_'],
  ])('%s folds to %s', (char, folded) => expect(folds(char)).toBe(folded));

  it.each([
    ['space', ' ', SPACE],
    ['no-break space', '\u00a0', SPACE],
    ['narrow no-break space', '\u202f', SPACE],
    ['line feed', '\n', SPACE],
    ['hyphen', '-', HYPHEN],
    ['true hyphen', '\u2010', HYPHEN],
    ['no-break hyphen', '\u2011', HYPHEN],
    ['en dash', '–', HYPHEN],
    ['minus', '−', HYPHEN],
    ['em dash', '—', BREAK],
    ['soft hyphen', '\u00ad', SKIP],
    ['combining acute', '\u0301', SKIP],
    ['zero-width joiner', '\u200d', SKIP],
    ['byte order mark', '\ufeff', SKIP],
    ['apostrophe', "'", SKIP],
    ['curly apostrophe', '’', SKIP],
    ['comma', ',', BREAK],
    ['trade mark', '™', BREAK],
    ['ellipsis', '…', BREAK],
    ['ligature fi', 'ﬁ', RARE],
    ['milligram in one', '㎎', RARE],
    ['high surrogate', '\ud835', RARE],
  ])('%s counts as its kind', (_name, char, kind) => expect(fold(code(char))).toBe(kind));

  it('of another script is a letter of its own', () => {
    for (const char of ['ж', '中', 'あ', 'ק', '한']) expect(fold(code(char))).toBeGreaterThan(122);
  });
});

describe('a text with styled letters', () => {
  it.each([
    ['ﬁber', 'fiber'],
    ['5㎎', '5mg'],
    ['𝗠𝗮𝗴𝗻𝗲𝘀𝗶𝘂𝗺', 'Magnesium'],
    ['iron 🙂 zinc', 'iron   zinc'],
    ['ĳzer', 'ijzer'],
    ['𝛃-blocker', 'beta-blocker'],
    ['plain', 'plain'],
  ])('%s is written out as %s', (text, written) => expect(expand(text)).toBe(written));

  it('holds nothing to write out afterwards, whatever the character', () => {
    for (let point = 0; point < 0x110000; point++) {
      const written = expand(String.fromCodePoint(point));
      for (let i = 0; i < written.length; i++)
        if (fold(written.charCodeAt(i)) === RARE) expect.fail(`U+${point.toString(16)}`);
    }
  });

  it('may be expanded twice', () => {
    for (const text of ['ﬁber 𝗠𝗴 🙂', 'é ㎎']) expect(expand(expand(text))).toBe(expand(text));
  });
});

it('counts as the tables of Unicode have it, also where they are not asked', () => {
  for (let code = 0; code < 0x2200; code++) {
    const isAscii = code > 47 && code < 128;
    const char = String.fromCharCode(code);
    if (!isAscii || !/[A-Za-z0-9_]/.test(char))
      expect({ char, kind: fold(code) }).toEqual({ char, kind: classify(char) });
  }
});
