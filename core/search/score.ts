/**
 * Ranks entries for the words of a query. A phrase is worth the share of the query that it covers times, in part, the share
 * of itself that is covered; rare words weigh more than frequent ones. What covers too little of the query is not an answer.
 */

import { categoryAskedFor } from './asked-for.ts';
import { countBits } from './bits.ts';
import { at, type Covers, coverPhrases, kindIndex, type Query, queryOf, weigh, wholePhrases } from './covers.ts';
import { isAmbiguous, kindOf, type SearchIndex } from './prebuilt.ts';
import { readingsOf } from './readings.ts';
import { indexOf } from './sorted.ts';
import { stem } from './stem.ts';
import { isFiller, telling } from './words.ts';

export interface Scored {
  readonly entry: number;
  readonly score: number;
  /** The best phrase; none where only answer and facts mention the words. */
  readonly phrase: number | undefined;
  readonly query: Query;
}

const MAX_WORDS = 12;
/** By `Kind`: a name beats another form, a form a phrase that people ask with. */
const KIND_WORTH = [1, 0.97, 0.88];
/** How much of a phrase's worth hangs on how much of it was asked for. */
const FULLNESS = 0.5;
/** The same while the last word is still being typed. */
const FULLNESS_OPEN = 0.2;
/** What a name or form gains that stands whole in the query. */
const CONTAINED = 0.15;
/** What other phrases and the prose of an entry add for words that its best phrase lacks. */
const ELSEWHERE = 0.3;
const PROSE = 0.2;
/** What a word of the query counts for: found in the best phrase, in another phrase of the entry, in its prose only. */
const CREDIT = { phrase: 1, entry: 0.8, prose: 0.5 };
/** The same where the word had to be guessed. */
const GUESSED = { phrase: 0.75, entry: 0.25 };
/** Mean credit that an answer needs; less where its best phrase stands whole in the query, or every word is a known one. */
const ENOUGH = { part: 0.6, complete: 0.5, known: 0.5 };
const LINK_WORTH = 0.012;
/** What an entry of the category that a word asks for gains. */
const ASKED_FOR = 0.2;
/** What scores less than this share of the best is left out. */
const FAR_BEHIND = 0.35;
/** A single word of prose must be this long to be an answer. */
const PROSE_LETTERS = 5;

/** The best `limit` entries for the words, best first. `covers` is room to work in. */
export function scoreEntries(
  index: SearchIndex,
  words: readonly string[],
  open: boolean,
  limit: number,
  covers: Covers,
): Scored[] {
  const fillers = words.every(isFiller);
  const tellingWords = fillers ? [] : [...new Set(telling(words))].slice(0, MAX_WORDS);
  const query = queryOf(
    tellingWords.map((text, i) => weigh(index, text, readingsOf(index, text, open && i === tellingWords.length - 1))),
  );
  coverPhrases(index, query, covers);
  const entries = new Map<number, EntryScore>();
  const add = (phrase: number, worth: number, isWhole: boolean) => {
    const score = phraseScore(index, query, phrase, covers) + worth;
    const entry = index.phraseEntry[phrase] as number;
    const before = entries.get(entry);
    const bits = (before?.bits ?? 0) | at(covers.bits, phrase);
    const complete = before?.complete === true || isComplete(index, phrase, covers);
    if (before && before.score >= score) Object.assign(before, { bits, complete });
    else entries.set(entry, { score, phrase, bits, complete, whole: isWhole });
  };
  const whole = wholePhrases(index, words, !fillers);
  for (const phrase of covers.touched) if (!whole.has(phrase)) add(phrase, 0, false);
  for (const [phrase, worth] of whole) add(phrase, worth, true);
  if (!fillers) addProse(index, query, entries);
  addAskedFor(index, words, entries);

  const firm: Scored[] = [];
  const half: Scored[] = [];
  for (const [entry, found] of entries) {
    const standing = standingOf(query, found, covers);
    if (standing === 'none') continue;
    const score = found.score + LINK_WORTH * Math.log1p(at(index.links, entry));
    insert(standing === 'firm' ? firm : half, { entry, score, phrase: found.phrase, query }, limit);
  }
  // Beside what is meant, what shares a word with it is noise.
  const best = firm.length > 0 ? firm : half;
  const enough = FAR_BEHIND * Math.min(best[0]?.score ?? 0, 1);
  return best.filter(({ score }) => score >= enough);
}

/** Puts `scored` where it belongs in `best`, which keeps the best `limit`. */
function insert(best: Scored[], scored: Scored, limit: number): void {
  const place = best.findIndex(({ score }) => score < scored.score);
  if (place < 0 && best.length === limit) return;
  best.splice(place < 0 ? best.length : place, 0, scored);
  if (best.length > limit) best.pop();
}

interface EntryScore {
  score: number;
  phrase?: number;
  /** Which words of the query any phrase of the entry covers. */
  bits: number;
  /** A phrase of it that means nothing else stands whole in the query. */
  complete: boolean;
  /** Which words only its prose has. */
  prose?: number;
  whole: boolean;
}

function phraseScore(index: SearchIndex, query: Query, phrase: number, covers: Covers): number {
  if (query.total === 0) return 0;
  const kind = kindIndex(index, phrase);
  const share = at(covers.weight, phrase) / query.total;
  const full = Math.min(1, at(covers.count, phrase) / at(index.phraseLength, phrase));
  const fullness = query.unfinished ? FULLNESS_OPEN : FULLNESS;
  const contained = full === 1 && !query.unfinished && kind < 2 ? CONTAINED * share : 0;
  return share * (1 - fullness + fullness * full) * at(KIND_WORTH, kind) + contained;
}

/** Lifts the entries of a category that a word asks for. */
function addAskedFor(index: SearchIndex, words: readonly string[], entries: Map<number, EntryScore>): void {
  for (const word of words) {
    const wanted = categoryAskedFor(word);
    if (wanted === undefined) continue;
    for (const [entry, found] of entries) if (index.categories[entry] === wanted) found.score += ASKED_FOR;
  }
}

/** Counts the words that other phrases, answer and facts of an entry have; two such words make an entry of their own. */
function addProse(index: SearchIndex, { words, total }: Query, entries: Map<number, EntryScore>): void {
  const prose = new Map<number, number>();
  for (const [i, { text }] of words.entries()) {
    for (const entry of index.proseEntries[indexOf(index.prose, stem(text))] ?? []) {
      prose.set(entry, (prose.get(entry) ?? 0) | (1 << i));
    }
  }
  const weightOf = (bits: number) =>
    words.reduce((sum, { weight }, i) => sum + (bits & (1 << i) ? weight : 0), 0) / total;
  for (const [entry, bits] of prose) {
    const known = entries.get(entry);
    if (known) {
      known.prose = bits & ~known.bits;
      known.score += PROSE * weightOf(known.prose);
    } else entries.set(entry, { score: PROSE * weightOf(bits), bits: 0, complete: false, prose: bits, whole: false });
  }
  for (const entry of entries.values()) {
    const best = entry.phrase === undefined ? 0 : weightOf(entry.bits);
    entry.score += ELSEWHERE * Math.max(0, best - Math.min(best, entry.score));
  }
}

/**
 * How well an entry answers the query: `firm` where it covers enough of it, or is named in it; `half` where it shares known
 * words with it and no more, which is shown where nothing is firm.
 */
function standingOf(
  query: Query,
  { phrase, bits, complete, prose = 0, whole }: EntryScore,
  covers: Covers,
): 'firm' | 'half' | 'none' {
  const { words } = query;
  if (whole) return 'firm';
  if (phrase === undefined) {
    const isEnough = countBits(prose) === words.length && words.some(({ text }) => text.length >= PROSE_LETTERS);
    return isEnough ? 'firm' : 'none';
  }
  const inPhrase = at(covers.bits, phrase);
  const has = (set: number, i: number) => ((set >> i) & 1) === 1;
  const credit = words.reduce((sum, { guessed, begun, says }, i) => {
    const worth = guessed || begun ? GUESSED : CREDIT;
    const found = has(inPhrase, i) ? worth.phrase : has(bits, i) ? worth.entry : has(prose, i) ? CREDIT.prose : 0;
    return sum + says * found;
  }, 0);
  const all = words.reduce((sum, { says }) => sum + says, 0);
  const onlyGuesses = words.every(({ guessed }, i) => guessed || !has(bits, i));
  if (onlyGuesses && countBits(inPhrase) < words.length) return 'none';
  if (credit / all >= (complete ? ENOUGH.complete : ENOUGH.part)) return 'firm';
  return query.known && credit / all >= ENOUGH.known ? 'half' : 'none';
}

/** Whether every word of the phrase is asked for, and it says by itself what is meant. */
function isComplete(index: SearchIndex, phrase: number, covers: Covers): boolean {
  const kind = at(index.phraseKind, phrase);
  return at(covers.count, phrase) === at(index.phraseLength, phrase) && (kindOf(kind) === 'name' || !isAmbiguous(kind));
}
