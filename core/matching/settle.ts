/** Candidates and evidence → matches. */
import type { Evidence } from './evidence.ts';
import type { Found } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import type { Scan } from './scan.ts';
import { weigh } from './senses.ts';
import type { Match } from './types.ts';

type Place = Pick<Found, 'first' | 'last' | 'start' | 'end' | 'entry'>;

/**
 * The matches of a block: what is meant, the longest first where forms overlap; sorted, never overlapping. What is meant
 * inside of a longer one is its part.
 */
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
  const taken: Taken[] = [];
  const owner: Taken[] = [];
  for (const place of meant) {
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

const byStart = (a: Place, b: Place): number => a.start - b.start;

interface Taken extends Place {
  readonly parts: Place[];
}

const bare = ({ start, end, entry }: Place): Match => ({ start, end, entry });

/** Whether a part of a mark is worth a reader's while: not the same thing again, and free of what was found before. */
function isPart({ first, last, entry }: Place, whole: Taken): boolean {
  return (
    entry !== whole.entry &&
    whole.parts.every((other) => other.entry !== entry && (other.last < first || other.first > last))
  );
}
