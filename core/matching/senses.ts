/** Decides whether an ambiguous candidate means its entry. */
import {
  AGAINST_AFTER,
  AGAINST_BEFORE,
  cueHash,
  ENTRY,
  FAR,
  FOR_AFTER,
  FOR_BEFORE,
  NEAR,
  standsBeside,
} from './cues.ts';
import type { Evidence } from './evidence.ts';
import type { Found } from './forms.ts';
import { append } from './hash.ts';
import { HEALTH, type Lexicon, STRICT, UNSURE } from './lexicon.ts';
import { isCapital, type Scan } from './scan.ts';
import { OTHER_TOPIC, STRONG, WEAK } from './topics.ts';
import { CLOSE, COMMA, HYPHENATED, LINK, OPEN, STOP, TIGHT } from './words.ts';

/** Hears why a candidate is or is not marked: each reason, the word that it is about if there is one, and its weight. */
export type Tell = (reason: string, weight: number, word?: string) => void;

/** What a form of each caution starts from. */
const START: Readonly<Record<number, number>> = { [HEALTH]: 1, [UNSURE]: -2, [STRICT]: -20 };
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

/** What its own block says of a candidate: a page is settled over and over, and that part stays. */
const weighed = new WeakMap<Found, number>();

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
  let sum = tell ? undefined : weighed.get(found);
  if (sum === undefined) {
    sum = weighBlock(lexicon, found, scan, tell);
    weighed.set(found, sum);
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
  const { words, keys, topics } = scan;
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
  const beside = (kind: number) => standsBeside(lexicon, key, kind, words, keys, first, last);
  if (beside(AGAINST_BEFORE) || beside(AGAINST_AFTER)) return decide('words beside it', -CERTAINLY);
  if (beside(FOR_BEFORE) || beside(FOR_AFTER)) return decide('words beside it', CERTAINLY);
  if (looksLikeInitials(found, scan)) return decide('initials', -CERTAINLY);

  say('caution', START[lexicon.caution[form] as number] ?? 0);
  const near = (at: number) => {
    const gap = words.gap[at < first ? at + 1 : at] as number;
    return gap <= HYPHENATED ? topics[at] : undefined;
  };
  for (const at of [first - 1, last + 1]) {
    if (near(at) === STRONG) say('beside', 2, keys[at]?.plain);
    else if (near(at) === OTHER_TOPIC) say('beside', -4, keys[at]?.plain);
  }
  const isSymbol = words.text.slice(found.start, found.end) !== words.text.slice(found.start, found.end).toLowerCase();
  const has = (kind: number, word: number) => lexicon.cues().has(cueHash(key, kind, append(0, word), lexicon.cueWidth));
  let own = 0;
  const counts = [0, 0, 0, 0];
  const seen = new Set<number>();
  for (let at = Math.max(0, first - REACH); at <= Math.min(keys.length - 1, last + REACH); at++) {
    const topic = topics[at] as number;
    const word = keys[at]?.last as number;
    if ((!topic && !isSymbol) || (at >= first && at <= last) || seen.has(word)) continue;
    seen.add(word);
    const inner = keys[at]?.inner;
    if (isSymbol && inner !== undefined) own += has(NEAR, inner) ? 2 : has(FAR, inner) ? -3 : 0;
    counts[topic] = (counts[topic] as number) + 1;
  }
  say('its own words near', Math.max(-6, Math.min(6, own)));
  say('health words near', Math.min(3, counts[STRONG] as number));
  say('weak health words near', Math.min(1, (counts[WEAK] as number) / 3));
  say('other words near', -Math.min(4, (counts[OTHER_TOPIC] as number) * 1.5));
  say('entries near', Math.min(4, company(found, scan) * 2));
  if (readsAsVerb(found, scan)) say('reads as a verb', -4);
  if (readsAsName(found, scan)) say('reads as a name', -3);
  if (readsAsUnit(found, scan)) say('reads as a unit', -6);
  if (readsAsLabel(found, scan)) say('reads as a label', -CERTAINLY);
  return sum;
}

/** Number of different entries that stand near for certain. */
function company({ first, last }: Found, { certain }: Scan): number {
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
    if (other.last < first || other.first > last) entries.add(other.entry);
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
  const before = keys[first - 1]?.plain ?? '';
  if (isCapital(words.text, start) || words.gap[first] !== LINK || !MODAL.has(before)) return false;
  return before !== 'to' || !TO_THING.has(keys[first - 2]?.plain ?? '');
}

/** A word with a capital beside another one, inside a sentence that is not all in capitals. */
function readsAsName({ first, last, start, end }: Found, { words, capitals }: Scan): boolean {
  const { text, gap } = words;
  const written = text.slice(start, end);
  if (!/^\p{Lu}\p{Ll}/u.test(written)) return false;
  // Headlines put capitals everywhere, which then say nothing.
  if (capitals > 0.5) return false;
  const before = (gap[first] ?? 0) <= HYPHENATED && isCapital(text, words.start[first - 1]);
  const after = (gap[last + 1] ?? STOP) <= HYPHENATED && isCapital(text, words.start[last + 1]);
  return before || after;
}

/** A short symbol after a number: 5 K, 200 Mg. */
function readsAsUnit({ first, last, start, end }: Found, { words, keys }: Scan): boolean {
  const symbol = end - start < 3 && first === last && isCapital(words.text, start);
  return symbol && /^\d/.test(keys[first - 1]?.plain ?? '') && (words.gap[first] as number) <= HYPHENATED;
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
    return isLetter(at) || (/^(?:and|or|to)$/.test(keys[at]?.plain ?? '') && isLetter(at + step));
  };
  const inBrackets = (gap[first] as number) % TIGHT === OPEN && ((gap[last + 1] ?? CLOSE) as number) % TIGHT >= CLOSE;
  return inBrackets || beside(-1) || beside(1);
}
