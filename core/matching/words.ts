/** A block of text → its words: where they stand, what stands between them. */
import { BREAK, folded, fold as foldOf, HYPHEN, isDigit, RARE, SKIP, SPACE, styled, WORD } from './fold.ts';

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

/** The marks of ASCII, by code. */
const MARKS = new Uint8Array(128).fill(OTHER);
for (const [marks, kind] of [
  [',', COMMA],
  ['/', SLASH],
  ['(', OPEN],
  [')', CLOSE],
  ['.!?;:', STOP],
] as const)
  for (const mark of marks) MARKS[mark.charCodeAt(0)] = kind;

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
    const code = text.charCodeAt(i);
    let fold = (folded[code] as number) || foldOf(code);
    if (fold === RARE) {
      const plain = styled(String.fromCodePoint(text.codePointAt(i) as number));
      if ((text.codePointAt(i) as number) > 0xffff) i++;
      fold = plain === ' ' ? BREAK : foldOf(plain.charCodeAt(0));
    }
    if (fold === SKIP) {
      if (kind && code > 127 && /\p{M}/u.test(text[at] as string)) end[end.length - 1] = i + 1;
      continue;
    }
    const now = fold >= WORD ? (isDigit(fold) ? DIGIT : LETTER) : kind && isPlus(code) ? PLUS : 0;
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
    const mark = fold === SPACE ? LINK : fold === HYPHEN ? HYPHENATED : code < 128 ? (MARKS[code] as number) : OTHER;
    between = kind ? (mark > HANGING ? mark + TIGHT : mark) : join(between, mark, spaced);
    spaced = fold === SPACE;
    kind = 0;
  }
  return { text, start, end, gap };
}

const isPlus = (code: number): boolean => code === 0x2b || code === 0x207a || code === 0x208a;

/** What two marks in a row amount to: a space adds nothing, a hyphen beside a space is a dash or hangs. */
function join(first: number, second: number, spaced: boolean): number {
  if (first > TIGHT)
    return first - TIGHT < OTHER && second > HANGING && !spaced ? first : join(first - TIGHT, second, spaced);
  if (second === LINK) return first === HYPHENATED ? HANGING : first;
  if (second === HYPHENATED) return first === LINK || spaced ? OTHER : first;
  return first === LINK ? second : Math.max(first, second);
}
