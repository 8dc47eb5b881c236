/** A block of text → its words: where they stand, what stands between them. */
import { BREAK, folded, fold as foldOf, HYPHEN, RARE, SKIP, SPACE, styled, WORD } from './fold.ts';
import { PRIME } from './hash.ts';

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
  /** Number of words; arrays may be longer. */
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly gap: Uint8Array;
  /** What a glance at each word tells, see traits.ts. */
  readonly traits: Uint8Array;
}

/**
 * What a glance at a word tells: where it stands, the hash of it as written, that of its first letters in small ones, and
 * how many capitals it has, `NOT_PLAIN` where it has more than letters and digits of ASCII.
 */
export type Glance = (
  text: string,
  start: number,
  end: number,
  whole: number,
  beginning: number,
  capitals: number,
) => number;

export const NOT_PLAIN = -1;
/** Letters of a beginning. */
export const BEGINNING = 5;

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
export const readWords = (text: string, glance: Glance = () => 0): Words => keep(passWords(text, glance));

/** The same in arrays that are longer than there are words and that the next call fills anew: `keep` what is worth it. */
export function passWords(text: string, glance: Glance): Words {
  if (scratch.start.length > FEW && text.length < FEW) scratch = room(FEW);
  let { start, end, gap, traits } = scratch;
  let count = 0;
  let kind = 0;
  let between = STOP;
  let spaced = true;
  // Of the word that is being read.
  let from = 0;
  let to = 0;
  let beginning = 0;
  let whole = 0;
  let letters = 0;
  let capitals = 0;
  let all = 0;
  const { length } = text;
  for (let i = 0; i <= length; i++) {
    const at = i;
    let code = i < length ? text.charCodeAt(i) : SPACE_CODE;
    let fold = (folded[code] as number) || foldOf(code);
    if (fold === SPACE && spaced && kind === 0) continue;
    if (fold === RARE) {
      const plain = styled(String.fromCodePoint(text.codePointAt(i) as number));
      if ((text.codePointAt(i) as number) > 0xffff) i++;
      fold = plain === ' ' ? BREAK : foldOf(plain.charCodeAt(0));
    }
    if (fold === SKIP) {
      all |= code;
      whole = (Math.imul(whole, PRIME) + code) | 0;
      if (kind && code > 127 && /\p{M}/u.test(text[at] as string)) to = i + 1;
      continue;
    }
    const now = fold > LAST_DIGIT ? LETTER : fold >= WORD ? DIGIT : kind > 0 && isPlus(code) ? PLUS : 0;
    if (now !== kind) {
      if (kind) {
        end[count] = to;
        traits[count++] = glance(text, from, to, whole, beginning, all > 127 || kind === PLUS ? NOT_PLAIN : capitals);
      }
      if (now) {
        if (count === start.length) ({ start, end, gap, traits } = grow());
        start[count] = from = at;
        gap[count] = kind ? GLUED : between;
        beginning = whole = letters = capitals = all = 0;
      }
    }
    const before = kind;
    kind = now;
    // Code that runs for the first time is slow: letters in a row go round in as few steps as can be.
    while (now) {
      all |= code;
      whole = (Math.imul(whole, PRIME) + code) | 0;
      if (letters < BEGINNING) {
        beginning = (Math.imul(beginning, PRIME) + fold) | 0;
        letters++;
      }
      if (fold !== code) capitals++;
      to = i + 1;
      if (now !== LETTER || to === length) break;
      code = text.charCodeAt(to);
      fold = folded[code] as number;
      if (fold <= LAST_DIGIT) break;
      i = to;
    }
    if (!now) {
      const mark = fold === SPACE ? LINK : fold === HYPHEN ? HYPHENATED : code < 128 ? (MARKS[code] as number) : OTHER;
      between = before ? (mark > HANGING ? mark + TIGHT : mark) : join(between, mark, spaced);
      spaced = fold === SPACE;
    }
  }
  // Right after the last word stands what ends everything.
  if (count === start.length) ({ start, end, gap, traits } = grow());
  gap[count] = STOP;
  traits[count] = 0;
  return { text, length: count, start, end, gap, traits };
}

/** A copy of `words` that stays. */
export function keep({ text, length, start, end, gap, traits }: Words): Words {
  return {
    text,
    length,
    start: start.slice(0, length),
    end: end.slice(0, length),
    gap: gap.slice(0, length),
    traits: traits.slice(0, length),
  };
}

/** Words of nearly every block. */
const FEW = 2 ** 11;
/** Where words are collected: a growing array each would cost more than reading the text. */
let scratch = room(FEW);

function room(words: number): Omit<Words, 'text' | 'length'> {
  return {
    start: new Int32Array(words),
    end: new Int32Array(words),
    gap: new Uint8Array(words),
    traits: new Uint8Array(words),
  };
}

function grow(): Omit<Words, 'text' | 'length'> {
  const more = room(scratch.start.length * 2);
  more.start.set(scratch.start);
  more.end.set(scratch.end);
  more.gap.set(scratch.gap);
  more.traits.set(scratch.traits);
  scratch = more;
  return more;
}

const SPACE_CODE = 0x20;
const LAST_DIGIT = 0x39;

const isPlus = (code: number): boolean => code === 0x2b || code === 0x207a || code === 0x208a;

/** What two marks in a row amount to: a space adds nothing, a hyphen beside a space is a dash or hangs. */
function join(first: number, second: number, spaced: boolean): number {
  if (first > TIGHT)
    return first - TIGHT < OTHER && second > HANGING && !spaced ? first : join(first - TIGHT, second, spaced);
  if (second === LINK) return first === HYPHENATED ? HANGING : first;
  if (second === HYPHENATED) return first === LINK || spaced ? OTHER : first;
  return first === LINK ? second : Math.max(first, second);
}

/** The first and the last word of the run of letters and digits that a word is part of. */
export function runStart(gap: Uint8Array, at: number): number {
  while (at > 0 && gap[at] === GLUED) at--;
  return at;
}

export function runEnd(gap: Uint8Array, at: number): number {
  while (gap[at + 1] === GLUED) at++;
  return at;
}
