/** Candidates and evidence → matches. */

import { range } from './block-keys.ts';
import type { Evidence } from './evidence.ts';
import type { Found, Place } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { OF } from './phrases.ts';
import { readsAsPartOfName } from './readings.ts';
import type { Scan } from './scan.ts';
import { weigh } from './senses.ts';
import type { Match } from './types.ts';

/**
 * The matches of a block: what is meant, the longest first where forms overlap; sorted, never overlapping. What is meant
 * inside of a longer one is its part.
 */
export function settle(lexicon: Lexicon, scan: Scan, block: object, evidence: Evidence): Match[] {
  const defined = readDefined(scan, block, evidence);
  const meant: Place[] = [...defined.places];
  for (const found of scan.candidates) {
    // What the page defines as an entry is settled, unless it is part of something longer; what it defines as something
    // else needs much evidence, since the definition may be of a word close by (electromyographic activity, EMG).
    const definition = defined.as(found);
    if (definition !== undefined && definition >= 0) continue;
    const otherwise = definition !== undefined;
    if ((isSettled(found) && !otherwise) || weigh(lexicon, found, scan, evidence, otherwise) >= 0) meant.push(found);
  }
  const [only] = meant;
  if (meant.length < 2) return only ? [bare(only)] : [];
  const reach: number[] = [];
  for (const { first, last } of meant) reach[first] = Math.max(last, reach[first] ?? 0);
  const whole = meant.filter((place) => !isCut(scan, place, reach));
  // Of two meanings of the same words, the one found later is the fuller: an item of a list, a defined abbreviation.
  whole.reverse().sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: Taken[] = [];
  const owner: Taken[] = [];
  for (const place of whole) {
    const { first, last } = place;
    const around = owner[first];
    if (around && around === owner[last]) {
      if (isPart(place, around)) around.parts.push(place);
      continue;
    }
    let free = true;
    for (let word = first; word <= last; word++) free &&= !owner[word];
    if (!free) continue;
    const one = { ...place, parts: [] };
    for (let word = first; word <= last; word++) owner[word] = one;
    taken.push(one);
  }
  return taken.sort(byStart).map(({ start, end, entry, parts }) => ({
    start,
    end,
    entry,
    ...(parts.length > 0 && { parts: parts.sort(byStart).map(bare) }),
  }));
}

/** Whether a place needs nothing from the page to be marked. */
export const isSettled = ({ certain, everyday }: Found): boolean => certain && !everyday;

/** Whether anything in a block waits for what the page says. */
export const needsEvidence = ({ candidates, abbreviations }: Scan): boolean =>
  abbreviations.length > 0 || !candidates.every(isSettled);

const byStart = (a: Place, b: Place): number => a.start - b.start;

/** What the page's definitions make of a block: the abbreviations of entries, and what the words of a place are defined as. */
export function readDefined(scan: Scan, block: object, evidence: Evidence) {
  const { start, end } = scan.words;
  const meanings = new Map<number, number>();
  const places: Place[] = [];
  for (const { first, last, hash } of scan.abbreviations) {
    const at = start[first] as number;
    const entry = evidence.meaning(hash, block, at);
    if (entry === undefined) continue;
    const place = { first, last, start: at, end: end[last] as number, entry };
    if (readsAsPartOfName(place, scan)) continue;
    for (let word = first; word <= last; word++) meanings.set(word, entry);
    if (entry >= 0) places.push(place);
  }
  /** An entry, -1 for something that has none, undefined where the page defines nothing. */
  const as = ({ first, last }: Pick<Place, 'first' | 'last'>) =>
    meanings.get(first) === meanings.get(last) ? meanings.get(last) : undefined;
  return { places, as };
}

interface Taken extends Place {
  readonly parts: Place[];
}

const bare = ({ start, end, entry }: Place): Match => ({ start, end, entry });

/** Whether a phrase with "of" ends inside of another one: of "levels of vitamin D" it would leave the D. */
function isCut({ keys }: Scan, { first, last }: Place, reach: readonly (number | undefined)[]): boolean {
  if (last - first < 2 || !range(keys, first, last - 1).some((key) => key?.kind === OF)) return false;
  return reach.slice(first + 1, last + 1).some((other) => (other ?? 0) > last);
}

/**
 * Whether a part of a mark is worth a reader's while: not the same thing again, and beside or inside of the parts found
 * before, as calcium is inside of the calcium channel that a medicine blocks.
 */
function isPart({ first, last, entry }: Place, whole: Taken): boolean {
  const fits = (other: Place) =>
    other.last < first ||
    other.first > last ||
    (other.first <= first && other.last >= last && other.last - other.first > last - first);
  return entry !== whole.entry && whole.parts.every((other) => other.entry !== entry && fits(other));
}
