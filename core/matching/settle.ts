/** Candidates and evidence → matches. */
import type { Evidence } from './evidence.ts';
import type { Found } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import type { Scan } from './scan.ts';
import { weigh } from './senses.ts';
import type { Match } from './types.ts';

type Place = Pick<Found, 'first' | 'last' | 'start' | 'end' | 'entry'>;

/** The matches of a block: what is meant, the longest first where forms overlap; sorted, never overlapping. */
export function settle(lexicon: Lexicon, scan: Scan, block: object, evidence: Evidence): Match[] {
  const { start, end } = scan.words;
  const defined = new Map<number, number>();
  const meant: Place[] = [];
  for (const { first, last, hash } of scan.abbreviations) {
    const at = start[first] as number;
    const entry = evidence.meaning(hash, block, at);
    if (entry === undefined) continue;
    for (let word = first; word <= last; word++) defined.set(word, entry);
    if (entry >= 0) meant.push({ first, last, start: at, end: end[last] as number, entry });
  }
  for (const found of scan.candidates) {
    // What the page defines as an entry is settled, unless it is part of something longer; what it defines as something
    // else needs much evidence, since the definition may be of a word close by (electromyographic activity, EMG).
    const definition = defined.get(found.first) === defined.get(found.last) ? defined.get(found.last) : undefined;
    if (definition !== undefined && definition >= 0) continue;
    const otherwise = definition !== undefined;
    if ((found.certain && !otherwise) || weigh(lexicon, found, scan, evidence, otherwise).sum >= 0) meant.push(found);
  }
  // Of two meanings of the same words, the one found later is the fuller: an item of a list, a defined abbreviation.
  meant.reverse().sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const covered = new Set<number>();
  const taken: Match[] = [];
  for (const { first, last, start, end, entry } of meant) {
    let free = true;
    for (let word = first; word <= last; word++) free &&= !covered.has(word);
    if (!free) continue;
    for (let word = first; word <= last; word++) covered.add(word);
    taken.push({ start, end, entry });
  }
  return taken.sort((a, b) => a.start - b.start);
}
