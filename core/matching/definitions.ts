/**
 * Abbreviations that a text defines: "benign fasciculation syndrome (BFS)". After Schwartz and Hearst, A simple algorithm
 * for identifying abbreviation definitions in biomedical text (Pac Symp Biocomput 2003).
 */

import { type Keys, range } from './block-keys.ts';
import type { Found } from './forms.ts';
import { append } from './hash.ts';
import { isDegree } from './phrases.ts';
import { ABBREVIATION } from './traits.ts';
import { CLOSE, COMMA, GLUED, HYPHENATED, LINK, OPEN, OTHER, STOP, TIGHT, type Words } from './words.ts';

/** A run of letters and digits with capitals, as it would be defined. */
export interface Abbreviation {
  readonly first: number;
  readonly last: number;
  /** Hash as written. */
  readonly hash: number;
}

export interface Definition {
  readonly hash: number;
  /** Where it stands in its block. */
  readonly at: number;
  /** Index of the entry it is an abbreviation of, -1 for something that has no entry. */
  readonly entry: number;
}

const LONGEST = 8;
/** Of the words that a definition writes out, the share that a form must exceed to give it its meaning. */
const SHARE = 0.5;
/** The bracket that opens a definition, with quotation marks before or after it, or a square one. */
const OPENS = /^["”’'»]?\s*[([]\s*["“‘'«]?$/;
/** Words that may lead to the abbreviation: "(or BFS)", "also known as ALS". */
const LEADS = new Set('or also called known as abbreviated to hereafter'.split(' '));
/** How many of them at most. */
const LEAD_WORDS = 4;

/** All runs that look like abbreviations. */
export function findAbbreviations({ text, length, start, end, gap, traits }: Words, keys: Keys): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (let first = 0; first < length; first++) {
    if (gap[first] === GLUED) continue;
    let last = first;
    while (gap[last + 1] === GLUED) last++;
    if (last === first && ((traits[first] as number) & ABBREVIATION) === 0) continue;
    const written = text.slice(start[first], end[last]);
    if (written.length > LONGEST || !mayBeDefined(written)) continue;
    let hash = 0;
    for (let word = first; word <= last; word++) hash = append(hash, keys.at(word)?.exact ?? 0);
    found.push({ first, last, hash });
  }
  return found;
}

/** ALS, mRNA, B12, Mg: what texts define; other than in `readings.ts` small letters may be among them. */
const mayBeDefined = (written: string): boolean => /[A-Z].*[A-Z\d]|[a-z][A-Z]|^[A-Z][a-z]?$/.test(written);

/** What the block defines, either way round: "long form (SF)", "SF (long form)", "SF = long form". */
export function findDefinitions(
  words: Words,
  keys: Keys,
  abbreviations: readonly Abbreviation[],
  candidates: readonly Found[],
): Definition[] {
  const { text, start, end, gap } = words;
  const lower = text.toLowerCase();
  // A few letters change their length; then offsets would not hold.
  if (abbreviations.length === 0 || lower.length !== text.length) return [];
  const byFirst = Map.groupBy(candidates, ({ first }) => first);
  const byLast = Map.groupBy(candidates, ({ last }) => last);
  const marks = (at: number) => text.slice(end[at - 1], Math.min(start[at] as number, (end[at - 1] as number) + 9));
  const isMark = (at: number, mark: number) => (gap[at] ?? STOP) % TIGHT === mark;
  const opens = (at: number) => isMark(at, OPEN) || (isMark(at, OTHER) && OPENS.test(marks(at)));
  const closes = (at: number) => at >= start.length || (gap[at] as number) % TIGHT >= CLOSE;
  const isWord = (at: number, word: string) => gap[at] === LINK && keys.at(at)?.plain === word;
  /** The first of the words that lead to the one at `at`. */
  const leadTo = (at: number) => {
    let lead = at;
    while (at - lead < LEAD_WORDS && gap[lead] === LINK && LEADS.has(keys.at(lead - 1)?.plain ?? '')) lead--;
    return lead;
  };
  const spells = (short: string, { first, last }: Found) =>
    last > first && longForm(short, words, lower, last, first) === first;
  const definitions: Definition[] = [];
  for (const { first, last, hash } of abbreviations) {
    const short = text.slice(start[first], end[last]);
    const at = start[first] as number;
    const next = isWord(last + 1, 'stands') && isWord(last + 2, 'for') ? last + 3 : last + 1;
    const lead = leadTo(first);
    // Only with a form right after, or before "or" or "also known as", letter by letter.
    const spelled =
      ((gap[next] ?? 0) > HYPHENATED || next > last + 1) && byFirst.get(next)?.find((found) => spells(short, found));
    const named = lead < first && isMark(lead, COMMA) && byLast.get(lead - 1)?.find((found) => spells(short, found));
    const exactly = spelled || named;
    if (exactly) {
      definitions.push({ hash, at, entry: exactly.entry });
      continue;
    }
    const reach = Math.min(short.length + 5, short.length * 2);
    let from: number | undefined;
    let to = lead - 1;
    // A single letter right after a word is a subtype, GABA(A), and one of several a part of a figure.
    const isSubtype = short.length === 1 && (gap[first] !== OPEN || isMark(last + 1, COMMA));
    const ends = isWord(last + 1, 'for') && isWord(last + 2, 'short') ? last + 3 : last + 1;
    if (lead > 0 && opens(lead) && (closes(ends) || isMark(ends, COMMA)) && !isSubtype) {
      from = longForm(short, words, lower, to, Math.max(0, lead - reach));
    } else if (opens(last + 1)) {
      to = last + 1;
      while (to + 1 < start.length && (gap[to + 1] as number) % TIGHT < OPEN && to - last < reach) to++;
      if (to > last + 1 && longForm(short, words, lower, to, last + 1) === last + 1) from = last + 1;
    }
    if (from === undefined) continue;
    const fitting = (byLast.get(to) ?? []).filter(
      ({ first, start }) => first >= (from as number) || lower[start] === short[0]?.toLowerCase(),
    );
    const entry = meaningOf(fitting, keys, from, to);
    // Nothing else is defined by "metals (Zn, Cu)" or "[Ca2+]".
    const isPlain = opens(last + 1) || (isMark(first, OPEN) && closes(last + 1));
    if (entry >= 0 || isPlain) definitions.push({ hash, at, entry });
  }
  return definitions;
}

/** English puts what a phrase is about last, so the form must end it; and "high-salt" is not salt. */
function meaningOf(candidates: readonly Found[], keys: Keys, from: number, to: number): number {
  const [meaning] = candidates
    .filter(({ first }) => (to - first + 1) / (to - from + 1) > SHARE)
    .filter(({ first }) => !range(keys, from, first - 1).some((key) => isDegree(key?.kind ?? 0)))
    .sort((a, b) => a.first - b.first);
  return meaning?.entry ?? -1;
}

/**
 * The first word of what `short` abbreviates, given its last word and the first that it may be; undefined when its letters
 * are not all there, the first at the start of a word.
 */
function longForm(
  short: string,
  { start, end }: Words,
  lower: string,
  lastWord: number,
  firstWord: number,
): number | undefined {
  let at = (end[lastWord] as number) - 1;
  let word = lastWord;
  const letters = [...short.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  for (let i = letters.length - 1; i >= 0; i--) {
    for (; ; at--) {
      while (word >= firstWord && at < (start[word] as number)) word--;
      if (word < firstWord) return undefined;
      if (lower[at] === letters[i] && (i > 0 || at === start[word])) break;
    }
    at--;
  }
  return word;
}
