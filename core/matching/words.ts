/** A block of text → its words: where they stand, what stands between them. */
import { BREAK, fold, HYPHEN, isDigit, RARE, SKIP, SPACE, styled, WORD } from './fold.ts';

/** What stands before a word. */
export const GLUED = 0;
export const LINK = 1;
export const HYPHENATED = 2;
/** The hyphen of "hypo- or hyperkalemia". */
export const HANGING = 3;
export const COMMA = 4;
export const SLASH = 5;
export const OPEN = 6;
export const CLOSE = 7;
export const STOP = 8;
export const OTHER = 9;
/** Added to the mark when no space is beside it: "ALS/MND", "25(OH)D". */
export const TIGHT = 16;

export interface Words {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly gap: readonly number[];
}

const MARKS: Readonly<Record<string, number>> = {
  ',': COMMA,
  '/': SLASH,
  '(': OPEN,
  ')': CLOSE,
  '.': STOP,
  '!': STOP,
  '?': STOP,
  ';': STOP,
  ':': STOP,
};

const LETTER = 1;
const DIGIT = 2;
const PLUS = 3;

/** Words of letters, numbers and the `+` of an ion; "B12" and "Ca2+" are several words, glued. */
export function readWords(text: string): Words {
  const start: number[] = [];
  const end: number[] = [];
  const gap: number[] = [];
  let kind = 0;
  let between = STOP;
  let spaced = true;
  for (let i = 0; i < text.length; i++) {
    const at = i;
    let folded = fold(text.charCodeAt(i));
    if (folded === RARE) {
      const plain = styled(String.fromCodePoint(text.codePointAt(i) as number));
      if ((text.codePointAt(i) as number) > 0xffff) i++;
      folded = plain === ' ' ? BREAK : fold(plain.charCodeAt(0));
    }
    const char = text[at] as string;
    if (folded === SKIP) {
      if (kind && /\p{M}/u.test(char)) end[end.length - 1] = i + 1;
      continue;
    }
    const now = folded >= WORD ? (isDigit(folded) ? DIGIT : LETTER) : kind && isPlus(char) ? PLUS : 0;
    if (now) {
      if (kind === now) end[end.length - 1] = i + 1;
      else {
        start.push(at);
        end.push(i + 1);
        gap.push(kind ? GLUED : between);
      }
      kind = now;
      continue;
    }
    const mark = folded === SPACE ? LINK : folded === HYPHEN ? HYPHENATED : (MARKS[char] ?? OTHER);
    between = kind ? (mark > HANGING ? mark + TIGHT : mark) : join(between, mark, spaced);
    spaced = folded === SPACE;
    kind = 0;
  }
  return { text, start, end, gap };
}

const isPlus = (char: string): boolean => char === '+' || char === '⁺' || char === '₊';

/** What two marks in a row amount to: a space adds nothing, a hyphen beside a space is a dash or hangs. */
function join(first: number, second: number, spaced: boolean): number {
  if (first > TIGHT)
    return first - TIGHT < OTHER && second > HANGING && !spaced ? first : join(first - TIGHT, second, spaced);
  if (second === LINK) return first === HYPHENATED ? HANGING : first;
  if (second === HYPHENATED) return first === LINK || spaced ? OTHER : first;
  return first === LINK ? second : Math.max(first, second);
}
