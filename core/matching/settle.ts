/** Candidates and evidence → matches. */
import type { Evidence } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import type { Scan } from './scan.ts';
import { weigh } from './senses.ts';
import type { Match } from './types.ts';

/** The matches of a block: what is meant, the longest first where forms overlap; sorted, never overlapping. */
export function settle(lexicon: Lexicon, scan: Scan, evidence: Evidence): Match[] {
  const meant = scan.candidates
    .filter((found) => found.certain || weigh(lexicon, found, scan, evidence).sum >= 0)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
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
