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
import {
  isAbbreviation,
  looksLikeInitials,
  readsAsAbbreviation,
  readsAsBody,
  readsAsEnd,
  readsAsGenus,
  readsAsLabel,
  readsAsName,
  readsAsPartOfName,
  readsAsPlace,
  readsAsUnit,
  readsAsVerb,
} from './readings.ts';
import type { Scan } from './scan.ts';
import { lowest, readsAsAilment, readsAsListed, readsAsMeasured } from './signs.ts';
import { OTHER_TOPIC, STRONG, WEAK } from './topics.ts';
import { topicOf } from './traits.ts';
import { HYPHENATED } from './words.ts';

/** Hears why a candidate is or is not marked: each reason, the word that it is about if there is one, and its weight. */
export type Tell = (reason: string, weight: number, word?: string) => void;

/** What a form of each caution starts from. */
const START: Readonly<Record<number, number>> = { [LIKELY]: 1, [HEALTH]: 1, [UNSURE]: -2, [STRICT]: -20 };
const CERTAINLY = 100;
/** Words to either side that count as near. */
const REACH = 25;
/** Words to either side within which other entries count as company: a paragraph. */
const COMPANY = 100;

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
  const speaks = (entry: number) => lexicon.cues().has(cueHash(key, ENTRY, entry));
  sum += say('page', evidence.tendency);
  if (evidence.someEntry(key, speaks)) sum += say('an entry on the page', 3);
  const { text } = scan.words;
  if (isAbbreviation(text.slice(found.start, found.end)) && evidence.hasEntry(found.entry))
    sum += say('spelled out on the page', 3);
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
  if (readsAsMeasured(found, scan)) say('reads as measured', 8);
  if (readsAsAilment(found, scan, lexicon.caution[form] === UNSURE)) say('reads as an ailment', 3);
  if (readsAsListed(found, scan))
    say('listed with others', lexicon.caution[form] === STRICT ? -(START[STRICT] ?? 0) : 4);
  if (readsAsVerb(found, scan)) say('reads as a verb', -4);
  if (readsAsName(found, scan)) say('reads as a name', -3);
  if (readsAsPlace(found, scan)) say('reads as a place', -8);
  if (readsAsBody(found, scan)) say('reads as a name of a body or a title', -8);
  if (readsAsEnd(found, scan)) say('reads as the end of an abbreviation', -12);
  if (readsAsGenus(found, scan)) say('reads as a genus', -CERTAINLY);
  if (readsAsPartOfName(found, scan)) say('reads as a part of a name', -CERTAINLY);
  if (readsAsAbbreviation(lexicon, found, scan)) say('reads as an abbreviation', -12);
  if (readsAsUnit(found, scan)) say('reads as a unit', -6);
  if (readsAsLabel(lexicon, found, scan)) say('reads as a label', -CERTAINLY);
  return sum;
}

/** What the different words around say: each counts once. */
function weighWords(
  lexicon: Lexicon,
  { first, last, start, end, form }: Found,
  { words, keys }: Scan,
  say: (reason: string, weight: number) => void,
): void {
  const { caution } = lexicon;
  const key = lexicon.keyOf(form);
  const written = words.text.slice(start, end);
  const has = (kind: number, word: number) => lexicon.cues().has(cueHash(key, kind, append(0, word)));
  const seen: number[] = [];
  let own = 0;
  let strong = 0;
  let weak = 0;
  let other = 0;
  for (let at = Math.max(0, first - REACH); at <= Math.min(keys.length - 1, last + REACH); at++) {
    const topic = topicOf(words.traits[at]);
    if (!topic || (at >= first && at <= last)) continue;
    const word = keys.at(at);
    if (!word || seen.includes(word.last)) continue;
    seen.push(word.last);
    own += has(NEAR, word.inner) ? 2 : has(FAR, word.inner) ? -3 : 0;
    if (topic === STRONG) strong++;
    else if (topic === WEAK) weak++;
    else if (topic === OTHER_TOPIC) other++;
  }
  if (own <= 0 && caution[form] === UNSURE && isAbbreviation(written)) say('none of its own words near', -3);
  say('its own words near', Math.max(-6, Math.min(6, own)));
  say('health words near', Math.min(3, strong));
  say('weak health words near', Math.min(1, weak / 3));
  say('other words near', -Math.min(4, other * 1.5));
}

/** Number of different entries that stand near for certain. */
function company({ first, last, everyday }: Found, { certain }: Scan): number {
  const entries = new Set<number>();
  for (
    let i = lowest(certain, first - COMPANY);
    i < certain.length && (certain[i] as Found).first <= last + COMPANY;
    i++
  ) {
    const other = certain[i] as Found;
    if ((other.last < first || other.first > last) && !(everyday && other.everyday)) entries.add(other.entry);
  }
  return entries.size;
}
