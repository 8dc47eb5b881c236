/** Readings of a place that speak for health, whatever the form: a laboratory's value after it, an ailment that somebody has, a list. */
import { nextItem, previousItem } from './coordination.ts';
import { type Found, MAX_WORDS, type Place } from './forms.ts';
import type { Scan } from './scan.ts';

/** Letters of text to one side that may tell. */
const REACH = 48;

const VALUE =
  /^(?:\s*[:=]|\s+(?:level|was|is|of))?\s*[<>≤≥~]?\s*\d[\d.,]*(?:\s*[-–]\s*[\d.,]+)?\s*(?:[mµμun]?mol|m?Eq|[mµμunp]?g|mc?g|[mµμk]?I?U)\s?\/\s?d?[lL]\b|^(?:\s*[:=])?\s+\d[\d.,]*\s*(?:[mµμunp]?g|I?U)\s?\/\s?m[lL]\b/;

/** K 3.1 mmol/L, CK: 900 U/L: a symbol and its value in blood. */
export function readsAsMeasured({ start, end }: Place, { words: { text } }: Scan): boolean {
  return /^\p{Lu}[\p{L}\d]{0,3}[+\-⁺⁻]?$/u.test(text.slice(start, end)) && VALUE.test(text.slice(end, end + REACH));
}

const OF_A_PATIENT = /\b(?:diagnosed with|hospitali[sz]ed (?:with|for)|treated for)\s+(?:[a-z-]+\s+){0,2}$/i;
const OF_A_DEATH = /\bdied (?:of|from)\s+(?:[a-z-]+\s+){0,2}$/i;

/** Diagnosed with Parkinson’s, died of a heart attack. People die of the cold as well: what is `unsure` needs more. */
export function readsAsAilment({ start }: Place, { words: { text } }: Scan, unsure: boolean): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  return OF_A_PATIENT.test(before) || (!unsure && OF_A_DEATH.test(before));
}

/** Headache, feeling sick, diarrhea: an item of a list between others that are certain. */
export function readsAsListed({ first, last, entry, everyday }: Found, { words, keys, certain }: Scan): boolean {
  const before = previousItem(words, keys, first);
  const after = nextItem(words, keys, last);
  if (before === undefined || after === undefined) return false;
  const isOther = (found: Found) => found.entry !== entry && !(everyday && found.everyday);
  return (
    near(certain, before).some((found) => found.last === before && isOther(found)) &&
    near(certain, after).some((found) => found.first === after && isOther(found))
  );
}

/** Those of `certain`, which are in order of their first word, that may begin or end at `word`. */
function near(certain: readonly Found[], word: number): readonly Found[] {
  const from = lowest(certain, word - MAX_WORDS);
  return certain.slice(from, lowest(certain, word + 1));
}

/** Index of the first of `certain` that begins at `word` or later; their number where none does. */
export function lowest(certain: readonly Found[], word: number): number {
  let low = 0;
  let high = certain.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((certain[middle] as Found).first < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
