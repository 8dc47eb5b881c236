/**
 * Ranks entries for the words of a query. A phrase is worth the share of the query that it covers times, in part, the share
 * of itself that is covered; rare words weigh more than frequent ones. What covers too little of the query is not an answer.
 */
import { at, type Cover, coverPhrases, kindIndex, type QueryWord, weigh, wholePhrases } from './covers.ts';
import { categoryAskedFor } from './intents.ts';
import { isAmbiguous, kindOf, type SearchIndex } from './prebuilt.ts';
import { readingsOf } from './readings.ts';
import { indexOf } from './sorted.ts';
import { stem } from './stem.ts';
import { isFiller, telling } from './words.ts';

export interface Scored {
  readonly entry: number;
  readonly score: number;
  /** The best phrase; none where only answer and facts mention the words. */
  readonly phrase?: number;
  /** Words of that phrase → letters that were typed of them. */
  readonly found: ReadonlyMap<number, number>;
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
const INTENT = 0.2;
/** What scores less than this share of the best is left out. */
const FAR_BEHIND = 0.3;
/** A single word of prose must be this long to be an answer. */
const PROSE_LETTERS = 5;

export function scoreEntries(index: SearchIndex, words: readonly string[], open: boolean): Scored[] {
  const query = [...new Set(telling(words))]
    .slice(0, MAX_WORDS)
    .map((text, i, all) => weigh(index, text, readingsOf(index, text, open && i === all.length - 1)));
  const fillers = words.every(isFiller);
  const whole = wholePhrases(index, words, !fillers);
  const phrases = fillers ? new Map<number, Cover>() : coverPhrases(index, query);
  const entries = new Map<number, EntryScore>();
  for (const phrase of new Set([...phrases.keys(), ...whole.keys()])) {
    const cover = phrases.get(phrase);
    const score = phraseScore(index, query, phrase, cover) + (whole.get(phrase) ?? 0);
    const entry = index.phraseEntry[phrase] as number;
    const before = entries.get(entry);
    const bits = (before?.bits ?? 0) | (cover?.bits ?? 0);
    if (before && before.score >= score) before.bits = bits;
    else entries.set(entry, { score, phrase, bits, whole: whole.has(phrase) });
  }
  if (!fillers) addProse(index, query, entries);
  for (const word of words) {
    const wanted = categoryAskedFor(word);
    if (wanted === undefined) continue;
    for (const [entry, found] of entries) if (index.categories[entry] === wanted) found.score += INTENT;
  }
  const ranked = [...entries]
    .filter(([, entry]) => answers(index, query, entry, phrases))
    .map(([entry, { score, phrase }]) => ({
      entry,
      score: score + LINK_WORTH * Math.log1p(index.links[entry] as number),
      ...(phrase !== undefined && { phrase }),
      found: foundIn(index, query, phrase),
    }))
    .sort((a, b) => b.score - a.score || a.entry - b.entry);
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= FAR_BEHIND * Math.min(best, 1));
}

interface EntryScore {
  score: number;
  phrase?: number;
  /** Which words of the query any phrase of the entry covers. */
  bits: number;
  /** Which words only its prose has. */
  prose?: number;
  whole: boolean;
}

function phraseScore(
  index: SearchIndex,
  query: readonly QueryWord[],
  phrase: number,
  cover: Cover | undefined,
): number {
  if (!cover) return 0;
  const total = query.reduce((sum, { weight }) => sum + weight, 0);
  const full = Math.min(1, cover.count / (index.phraseLength[phrase] as number));
  const worth = at(KIND_WORTH, kindIndex(index, phrase));
  const unfinished = query.some(({ readings }) => readings[0]?.stage === 'prefix');
  const fullness = unfinished ? FULLNESS_OPEN : FULLNESS;
  const contained = full === 1 && !unfinished && kindIndex(index, phrase) < 2 ? CONTAINED * (cover.weight / total) : 0;
  return (cover.weight / total) * (1 - fullness + fullness * full) * worth + contained;
}

/** Counts the words that other phrases, answer and facts of an entry have; two such words make an entry of their own. */
function addProse(index: SearchIndex, query: readonly QueryWord[], entries: Map<number, EntryScore>): void {
  const total = query.reduce((sum, { weight }) => sum + weight, 0);
  const prose = new Map<number, number>();
  for (const [i, { text }] of query.entries()) {
    for (const entry of index.proseEntries[indexOf(index.prose, stem(text))] ?? []) {
      prose.set(entry, (prose.get(entry) ?? 0) | (1 << i));
    }
  }
  const weightOf = (bits: number) =>
    query.reduce((sum, { weight }, i) => sum + (bits & (1 << i) ? weight : 0), 0) / total;
  for (const [entry, bits] of prose) {
    const known = entries.get(entry);
    if (known) {
      known.prose = bits & ~known.bits;
      known.score += PROSE * weightOf(known.prose);
    } else entries.set(entry, { score: PROSE * weightOf(bits), bits: 0, prose: bits, whole: false });
  }
  for (const entry of entries.values()) {
    const best = entry.phrase === undefined ? 0 : weightOf(entry.bits);
    entry.score += ELSEWHERE * Math.max(0, best - Math.min(best, entry.score));
  }
}

/** Whether an entry covers enough of the query to be shown for it. */
function answers(
  index: SearchIndex,
  query: readonly QueryWord[],
  { phrase, bits, prose = 0, whole }: EntryScore,
  covers: ReadonlyMap<number, Cover>,
): boolean {
  if (whole) return true;
  if (phrase === undefined) {
    return countBits(prose) === query.length && query.some(({ text }) => text.length >= PROSE_LETTERS);
  }
  const cover = covers.get(phrase);
  const credit = query.reduce((sum, { guessed }, i) => {
    if (((cover?.bits ?? 0) >> i) & 1) return sum + (guessed ? GUESSED : CREDIT).phrase;
    if ((bits >> i) & 1) return sum + (guessed ? GUESSED : CREDIT).entry;
    return sum + ((prose >> i) & 1 ? CREDIT.prose : 0);
  }, 0);
  const kind = index.phraseKind[phrase] as number;
  const complete = cover?.count === index.phraseLength[phrase] && (kindOf(kind) === 'name' || !isAmbiguous(kind));
  if (coversOnlyGuesses(query, bits) && countBits(cover?.bits ?? 0) < query.length) return false;
  const known = query.every(({ readings }) => readings[0]?.stage === 'exact' || readings[0]?.stage === 'inflection');
  return credit / query.length >= (complete ? ENOUGH.complete : known ? ENOUGH.known : ENOUGH.part);
}

const coversOnlyGuesses = (query: readonly QueryWord[], bits: number): boolean =>
  query.every(({ guessed }, i) => guessed || !((bits >> i) & 1));

function foundIn(index: SearchIndex, query: readonly QueryWord[], phrase: number | undefined): Map<number, number> {
  const found = new Map<number, number>();
  if (phrase === undefined) return found;
  for (const { text, readings } of query) {
    for (const { word, stage } of readings) {
      if (found.has(word) || !index.wordPhrases[word]?.includes(phrase)) continue;
      found.set(word, stage === 'prefix' ? text.length : (index.words[word] as string).length);
    }
  }
  return found;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
}
