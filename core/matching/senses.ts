/** Decides whether an ambiguous candidate means its entry. */
import {
  AGAINST_AFTER,
  AGAINST_BEFORE,
  cueHash,
  ENTRY,
  FAR,
  FOR_AFTER,
  FOR_BEFORE,
  hasCue,
  NEAR,
  readBeside,
} from './cues.ts';
import type { Evidence } from './evidence.ts';
import type { Found } from './forms.ts';
import { append } from './hash.ts';
import { HEALTH, type Lexicon, LIKELY, STRICT, UNSURE } from './lexicon.ts';
import { capitalShare, isCapital, type Scan } from './scan.ts';
import { OTHER_TOPIC, STRONG, WEAK } from './topics.ts';
import { topicOf } from './traits.ts';
import { CLOSE, COMMA, HYPHENATED, LINK, OPEN, STOP, TIGHT } from './words.ts';

/** Hears why a candidate is or is not marked: each reason, the word that it is about if there is one, and its weight. */
export type Tell = (reason: string, weight: number, word?: string) => void;

/** What a form of each caution starts from. */
const START: Readonly<Record<number, number>> = { [LIKELY]: 1, [HEALTH]: 1, [UNSURE]: -2, [STRICT]: -20 };
const CERTAINLY = 100;
/** Words to either side that count as near. */
const REACH = 25;
/** Words to either side within which other entries count as company: a paragraph. */
const COMPANY = 100;

const MODAL = new Set('can could may might will would must should shall cannot to'.split(' '));
/** Words after which "to" is followed by a thing, not by a verb. */
const TO_THING = new Set(
  'due related exposure exposed response responses sensitive resistant resistance linked attributed secondary next according similar relating addition compared relative damage injury harm prior similar belongs confers'.split(
    ' ',
  ),
);

/**
 * Weighs everything that speaks for and against `found`: marked from 0 on. `otherwise`: the page defines it as something
 * that has no entry. `tell` hears the reasons.
 */
export function weigh(
  lexicon: Lexicon,
  found: Found,
  scan: Scan,
  evidence: Evidence,
  otherwise = false,
  tell?: Tell,
): number {
  let sum = tell ? undefined : found.weight;
  if (sum === undefined) {
    sum = weighBlock(lexicon, found, scan, tell);
    found.weight = sum;
  }
  if (Math.abs(sum) === CERTAINLY) return sum;
  const say = (reason: string, weight: number) => {
    if (weight !== 0) tell?.(reason, weight);
    return weight;
  };
  const key = lexicon.keyOf(found.form);
  const speaks = (entry: number) => lexicon.cues().has(cueHash(key, ENTRY, entry, lexicon.cueWidth));
  sum += say('page', evidence.tendency);
  if (evidence.someEntry(key, speaks)) sum += say('an entry on the page', 3);
  if (otherwise) sum += say('defined otherwise on the page', -8);
  return sum;
}

/** The part of it that nothing else on the page can change; ± `CERTAINLY` where that decides. */
function weighBlock(lexicon: Lexicon, found: Found, scan: Scan, tell: Tell | undefined): number {
  const { words, keys } = scan;
  const { first, last, form } = found;
  const key = lexicon.keyOf(form);
  let sum = 0;
  const say = (reason: string, weight: number, word?: string) => {
    if (weight === 0) return;
    tell?.(reason, weight, word);
    sum += weight;
  };
  const decide = (reason: string, weight: number) => {
    tell?.(reason, weight);
    return weight;
  };
  const { before, after } = readBeside(words, keys, first, last);
  const isCue = (kind: number, phrases: readonly number[]) => hasCue(lexicon, key, kind, phrases);
  if (isCue(AGAINST_BEFORE, before) || isCue(AGAINST_AFTER, after)) return decide('words beside it', -CERTAINLY);
  if (isCue(FOR_BEFORE, before) || isCue(FOR_AFTER, after)) return decide('words beside it', CERTAINLY);
  if (looksLikeInitials(found, scan)) return decide('initials', -CERTAINLY);

  say('caution', START[lexicon.caution[form] as number] ?? 0);
  for (const at of [first - 1, last + 1]) {
    const gap = words.gap[at < first ? first : at];
    const topic = gap !== undefined && gap <= HYPHENATED ? topicOf(words.traits[at]) : 0;
    if (topic === STRONG) say('beside', 2, keys.at(at)?.plain);
    else if (topic === OTHER_TOPIC) say('beside', -4, keys.at(at)?.plain);
  }
  weighWords(lexicon, found, scan, say);
  say('entries near', Math.min(4, company(found, scan) * 2));
  if (readsAsVerb(found, scan)) say('reads as a verb', -4);
  if (readsAsName(found, scan)) say('reads as a name', -3);
  if (readsAsUnit(found, scan)) say('reads as a unit', -6);
  if (readsAsLabel(found, scan)) say('reads as a label', -CERTAINLY);
  return sum;
}

/** What the different words around say: each counts once. */
function weighWords(
  lexicon: Lexicon,
  { first, last, start, end, form }: Found,
  { words, keys }: Scan,
  say: (reason: string, weight: number) => void,
): void {
  const key = lexicon.keyOf(form);
  const written = words.text.slice(start, end);
  const isSymbol = written !== written.toLowerCase();
  const has = (kind: number, word: number) => lexicon.cues().has(cueHash(key, kind, append(0, word), lexicon.cueWidth));
  const seen: number[] = [];
  let own = 0;
  let strong = 0;
  let weak = 0;
  let other = 0;
  for (let at = Math.max(0, first - REACH); at <= Math.min(keys.length - 1, last + REACH); at++) {
    const topic = topicOf(words.traits[at]);
    if ((!topic && !isSymbol) || (at >= first && at <= last)) continue;
    const word = keys.at(at);
    if (!word || seen.includes(word.last)) continue;
    seen.push(word.last);
    if (isSymbol) own += has(NEAR, word.inner) ? 2 : has(FAR, word.inner) ? -3 : 0;
    if (topic === STRONG) strong++;
    else if (topic === WEAK) weak++;
    else if (topic === OTHER_TOPIC) other++;
  }
  say('its own words near', Math.max(-6, Math.min(6, own)));
  say('health words near', Math.min(3, strong));
  say('weak health words near', Math.min(1, weak / 3));
  say('other words near', -Math.min(4, other * 1.5));
}

/** Number of different entries that stand near for certain. */
function company({ first, last, everyday }: Found, { certain }: Scan): number {
  const entries = new Set<number>();
  let low = 0;
  let high = certain.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((certain[middle] as Found).first < first - COMPANY) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < certain.length && (certain[i] as Found).first <= last + COMPANY; i++) {
    const other = certain[i] as Found;
    if ((other.last < first || other.first > last) && !(everyday && other.everyday)) entries.add(other.entry);
  }
  return entries.size;
}

/** "Wong A, Kirchhof MG.": a name at the start of a piece, then capitals, then a comma or a stop. */
function looksLikeInitials({ first, last, start, end }: Found, { words }: Scan): boolean {
  const { text, gap } = words;
  const written = text.slice(start, end);
  if (written.length > 3 || written !== written.toUpperCase() || first !== last || first === 0) return false;
  const separates = (mark: number | undefined) => mark === undefined || mark === COMMA || mark === STOP;
  const name = /^\p{Lu}[\p{Ll}’']/u.test(text.slice(words.start[first - 1]));
  return name && gap[first] === LINK && separates(gap[first - 1]) && separates(gap[last + 1]);
}

/** A plain word after a modal verb, or after a "to" that does not point at a thing. */
function readsAsVerb({ first, start }: Found, { words, keys }: Scan): boolean {
  const before = keys.at(first - 1)?.plain ?? '';
  if (isCapital(words.text, start) || words.gap[first] !== LINK || !MODAL.has(before)) return false;
  return before !== 'to' || !TO_THING.has(keys.at(first - 2)?.plain ?? '');
}

/** A word with a capital beside another one, inside a sentence that is not all in capitals. */
function readsAsName({ first, last, start, end }: Found, { words }: Scan): boolean {
  const { text, gap } = words;
  const written = text.slice(start, end);
  if (!/^\p{Lu}\p{Ll}/u.test(written)) return false;
  // Headlines put capitals everywhere, which then say nothing.
  if (capitalShare(words) > 0.5) return false;
  const before = (gap[first] ?? 0) <= HYPHENATED && isCapital(text, words.start[first - 1]);
  const after = (gap[last + 1] ?? STOP) <= HYPHENATED && isCapital(text, words.start[last + 1]);
  return before || after;
}

/** A short symbol after a number: 5 K, 200 Mg. */
function readsAsUnit({ first, last, start, end }: Found, { words, keys }: Scan): boolean {
  const symbol = end - start < 3 && first === last && isCapital(words.text, start);
  return symbol && /^\d/.test(keys.at(first - 1)?.plain ?? '') && (words.gap[first] as number) <= HYPHENATED;
}

/** A single letter beside another one, with or without "and" or "to" between, or alone in brackets: a part of a figure, a grade. */
function readsAsLabel({ first, last, start, end }: Found, { words, keys }: Scan): boolean {
  const { text, gap } = words;
  if (end - start > 1) return false;
  const isLetter = (at: number) => {
    const from = words.start[at];
    return from !== undefined && /^\p{Lu}(?![\p{L}\d])/u.test(text.slice(from, from + 2));
  };
  const beside = (step: 1 | -1) => {
    const at = (step > 0 ? last : first) + step;
    if (gap[step > 0 ? at : first] === STOP) return false;
    return isLetter(at) || (/^(?:and|or|to)$/.test(keys.at(at)?.plain ?? '') && isLetter(at + step));
  };
  const inBrackets = (gap[first] as number) % TIGHT === OPEN && ((gap[last + 1] ?? CLOSE) as number) % TIGHT >= CLOSE;
  return inBrackets || beside(-1) || beside(1);
}
