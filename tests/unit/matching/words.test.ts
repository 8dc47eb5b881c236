import { describe, expect, it } from 'vitest';
import {
  CLOSE,
  COMMA,
  GLUED,
  HANGING,
  HYPHENATED,
  LINK,
  OPEN,
  OTHER,
  readWords,
  SLASH,
  STOP,
  TIGHT,
} from '../../../core/matching/words.ts';

function read(text: string): { words: string[]; gaps: number[] } {
  const { start, end, gap } = readWords(text);
  return { words: Array.from(start, (at, i) => text.slice(at, end[i])), gaps: [...gap.slice(1)] };
}

describe('the words of a text', () => {
  it.each([
    ['low magnesium', ['low', 'magnesium'], [LINK]],
    ['low  \n magnesium', ['low', 'magnesium'], [LINK]],
    ['low\u00a0magnesium', ['low', 'magnesium'], [LINK]],
    ['B12', ['B', '12'], [GLUED]],
    ['B-12', ['B', '12'], [HYPHENATED]],
    ['B‑12', ['B', '12'], [HYPHENATED]],
    ['B 12', ['B', '12'], [LINK]],
    ['B₁₂', ['B', '₁₂'], [GLUED]],
    ['Ca2+', ['Ca', '2', '+'], [GLUED, GLUED]],
    ['Ca²⁺', ['Ca', '²', '⁺'], [GLUED, GLUED]],
    ['Ca(2+)', ['Ca', '2', '+'], [OPEN + TIGHT, GLUED]],
    ['Ca++', ['Ca', '++'], [GLUED]],
    ['1 + 1', ['1', '1'], [OTHER]],
    ['iron, zinc', ['iron', 'zinc'], [COMMA]],
    ['iron/zinc', ['iron', 'zinc'], [SLASH + TIGHT]],
    ['iron / zinc', ['iron', 'zinc'], [SLASH]],
    ['syndrome (BFS) is', ['syndrome', 'BFS', 'is'], [OPEN, CLOSE]],
    ['end. Start', ['end', 'Start'], [STOP]],
    ['hypo- or hyper', ['hypo', 'or', 'hyper'], [HANGING, LINK]],
    ['iron - zinc', ['iron', 'zinc'], [OTHER]],
    ['iron—zinc', ['iron', 'zinc'], [OTHER + TIGHT]],
    ['iron–zinc', ['iron', 'zinc'], [HYPHENATED]],
    ['Parkinson’s disease', ['Parkinson’s', 'disease'], [LINK]],
    ["'iron' 'zinc'", ['iron', 'zinc'], [LINK]],
    ['magne\u00adsium', ['magne\u00adsium'], []],
    ['cafe\u0301 noir', ['cafe\u0301', 'noir'], [LINK]],
    ['𝗠𝗴 level', ['𝗠𝗴', 'level'], [LINK]],
    ['🙂iron', ['iron'], []],
    ['snake_case', ['snake_case'], []],
    ['', [], []],
    ['  ', [], []],
    ['\ud83d', [], []],
  ] as const)('%j', (text, words, gaps) => {
    expect(read(text)).toEqual({ words, gaps });
  });
});
