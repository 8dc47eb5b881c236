/** How far a mistyped word is from a right one: by letters, and by sound. */

/** Spellings that sound alike, folded before comparing by sound. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/(?<=[rtkg])h/g, ''],
  [/ck/g, 'k'],
  [/sch/g, 'sk'],
  [/sc(?=[eiy])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/[ao]e/g, 'e'],
  [/ei|ie|ea|ee/g, 'i'],
  [/eu|ou|ew|ue/g, 'u'],
  [/^ps/g, 's'],
  [/^pn/g, 'n'],
  [/(.)\1+/g, '$1'],
];

/** The word as it sounds, roughly. */
export function sound(word: string): string {
  let folded = word;
  for (const [from, to] of SOUNDS) folded = folded.replace(from, to);
  return folded;
}

const VOWELS = 'aeiouy';
const COST = { vowel: 0.6, swap: 0.8, double: 0.5, other: 1 };

export interface Distance {
  /** Between the whole words. */
  readonly whole: number;
  /** Between the first word and the nearest beginning of the second: a word still being typed. */
  readonly start: number;
}

/**
 * Weighted edits from `typed` to `right` (Damerau–Levenshtein, optimal string alignment): a vowel for a vowel, two letters
 * swapped and a letter doubled or not cost less, for these are what people mistype.
 */
export function distance(typed: string, right: string): Distance {
  const width = right.length + 1;
  let last = new Float32Array(width);
  let row = new Float32Array(width);
  let beforeLast = new Float32Array(width);
  for (let j = 1; j < width; j++) row[j] = at(row, j - 1) + gap(right, j - 1);
  for (let i = 1; i <= typed.length; i++) {
    [beforeLast, last, row] = [last, row, beforeLast];
    row[0] = at(last, 0) + COST.other;
    for (let j = 1; j < width; j++) {
      const a = typed[i - 1] as string;
      const b = right[j - 1] as string;
      let cost = at(last, j - 1) + (a === b ? 0 : VOWELS.includes(a) && VOWELS.includes(b) ? COST.vowel : COST.other);
      cost = Math.min(cost, at(last, j) + gap(typed, i - 1), at(row, j - 1) + gap(right, j - 1));
      if (i > 1 && j > 1 && a === right[j - 2] && typed[i - 2] === b)
        cost = Math.min(cost, at(beforeLast, j - 2) + COST.swap);
      row[j] = cost;
    }
  }
  return { whole: at(row, right.length), start: Math.min(...row.subarray(Math.max(1, typed.length - 2))) };
}

function gap(text: string, index: number): number {
  return index > 0 && text[index] === text[index - 1] ? COST.double : COST.other;
}

const at = (row: Float32Array, index: number): number => row[index] as number;
