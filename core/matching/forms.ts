/** Every place in a block that is written like a form. */

import { type Keys, range } from './block-keys.ts';
import { coordinate } from './coordination.ts';
import { isCertain } from './cues.ts';
import { append, extend } from './hash.ts';
import { exactKey, phraseKey, type WordKey } from './keys.ts';
import { type Lexicon, LIKELY } from './lexicon.ts';
import { findJoined, findKey, findMoved, moves } from './lookup.ts';
import { isSmall } from './phrases.ts';
import { TRIGGER_LENGTH } from './scan-triggers.ts';
import { passes } from './sieve.ts';
import { OF_FORMS, SMALL, TRIGGER } from './traits.ts';
import type { Candidate } from './types.ts';
import { GLUED, HYPHENATED, runStart, TIGHT, type Words } from './words.ts';

/** Words in the longest form, an ion's charge and a number glued to a letter counted apart. */
export const MAX_WORDS = 8;

/** A candidate and the words it covers. */
export interface Found extends Candidate {
  /** Index of the form. */
  readonly form: number;
  readonly first: number;
  readonly last: number;
  /** Whether it is weighed although it is certain: pages on something else say it in passing. */
  readonly everyday: boolean;
  /** What its own block says for it, once that was weighed: a page is settled over and over, and that part stays. */
  weight?: number;
}

/** Where an entry may be meant. */
export type Place = Pick<Found, 'first' | 'last' | 'start' | 'end' | 'entry'>;

/** All candidates, longer and shorter ones alike, in order of their start. */
export function findForms(lexicon: Lexicon, words: Words, keys: Keys): Found[] {
  const found: Found[] = [];
  const { start, end, gap, text, traits } = words;
  const add = (first: number, last: number, form: number) => {
    found.push({
      start: start[first] as number,
      end: (end[last] as number) + (closesOwn(text, start[first] as number, end[last] as number) ? 1 : 0),
      first,
      last,
      form,
      entry: lexicon.entryOf(form),
      certain: isCertain(lexicon, form, words, keys, first, last),
      everyday: lexicon.caution[form] === LIKELY,
    });
  };
  const readFrom = (first: number, trigger: number) => {
    const reach = reachOf(words, first);
    if (reach < trigger || gap[first] === GLUED || (traits[first] as number) & SMALL) return;
    let inner = 0;
    let exact = 0;
    let capitals = false;
    let movable = false;
    for (let last = first; last <= reach; last++) {
      const key = keys.at(last);
      if (!key) break;
      const isOfForms = ((traits[first] as number) & (traits[last] as number) & OF_FORMS) > 0;
      movable ||= moves(key);
      capitals ||= key.hasCapitals && isCapitalAscii(text.charCodeAt(start[last] as number));
      if (last >= trigger && !isSmall(key.kind) && endsClean(gap, keys, last)) {
        let form = isOfForms ? findKey(lexicon, phraseKey(inner, key, lexicon.seed), key.ending) : -1;
        if (form < 0 && isOfForms && movable && last > first)
          form = findMoved(lexicon, range(keys, first, last) as WordKey[]);
        if (form < 0 && last === first + 1 && gap[last] === HYPHENATED) {
          const { plain } = keys.at(first) as WordKey;
          // "T-SH" is no TSH.
          if (plain.length > 1) form = findJoined(lexicon, plain, key.plain);
        }
        if (form >= 0) add(first, last, form);
      }
      exact = append(exact, key.exact);
      if (last >= trigger && isOfForms && capitals && gap[last + 1] !== GLUED) {
        const form = findKey(lexicon, exactKey(exact, lexicon.seed), 0);
        if (form >= 0) add(first, last, form);
      }
      inner = append(inner, key.inner);
    }
  };
  for (let before = -1, trigger = nextTrigger(lexicon, words, keys, 0); trigger >= 0; ) {
    for (let first = earliest(words, before, trigger); first <= trigger; first++) readFrom(first, trigger);
    before = trigger;
    trigger = nextTrigger(lexicon, words, keys, trigger + 1);
  }
  return found.length === 0 ? found : found.concat(coordinate(lexicon, words, keys, found));
}

/** The first word after `before` from which on all words up to the trigger are of forms, or the one that a hyphen joins with it. */
function earliest({ gap, traits }: Words, before: number, trigger: number): number {
  const lowest = Math.max(before, trigger - MAX_WORDS) + 1;
  let first = trigger;
  if ((traits[trigger] as number) & OF_FORMS)
    while (first > lowest && linked(gap[first] as number) && (traits[first - 1] as number) & OF_FORMS) first--;
  return first === trigger && first > lowest && gap[first] === HYPHENATED ? first - 1 : first;
}

/** The last word of the longest phrase from `first` on whose words are all of forms; a hyphen may make one of two ("multi-vitamin"). */
function reachOf({ gap, traits, length }: Words, first: number): number {
  const end = Math.min(length, first + MAX_WORDS) - 1;
  let last = first - 1;
  while (last < end && (traits[last + 1] as number) & OF_FORMS && (last < first || linked(gap[last + 1] as number)))
    last++;
  return last <= first && gap[first + 1] === HYPHENATED ? first + 1 : last;
}

/**
 * The first run of letters and digits from `from` on that is a trigger, alone or with the one before its hyphen: its first
 * word, -1 where there is none. Phrases begin with runs, so the rest of one is passed over.
 */
function nextTrigger(lexicon: Lexicon, words: Words, keys: Keys, from: number): number {
  const { gap, traits, length } = words;
  for (let word = from; word < length; word++) {
    const mark = gap[word] as number;
    if (mark === GLUED) continue;
    if (gap[word + 1] !== GLUED) {
      if ((traits[word] as number) & TRIGGER) return word;
      if (mark !== HYPHENATED) continue;
    }
    const run = runFrom(words, keys, word);
    if (isTriggerRun(lexicon, run)) return word;
    const joined = mark === HYPHENATED ? runFrom(words, keys, runStart(gap, word - 1)) + run : run;
    if (joined !== run && isTriggerRun(lexicon, joined)) return word;
  }
  return -1;
}

/** The letters and digits of the run that begins with a word, as many as a trigger has. */
function runFrom({ gap }: Words, keys: Keys, first: number): string {
  let run = '';
  let word = first;
  do run += keys.at(word++)?.plain.replaceAll('+', '') ?? '';
  while (gap[word] === GLUED && run.length < TRIGGER_LENGTH);
  return run;
}

const isTriggerRun = (lexicon: Lexicon, run: string): boolean =>
  passes(lexicon.triggers, extend(lexicon.triggerSeed, run, Math.min(run.length, TRIGGER_LENGTH)));

/** Whether the bracket that a form such as Ca(2+) opens closes right after it. */
const closesOwn = (text: string, start: number, end: number): boolean =>
  text[end] === ')' && text.slice(start, end).includes('(');

/** Whether two words with `gap` between can be of one form. */
export const linked = (gap: number): boolean => gap <= HYPHENATED || gap > TIGHT;

/** A form may end glued to a number only where that can be a footnote's: after a long word. */
function endsClean(gap: Uint8Array, keys: Keys, last: number): boolean {
  if (gap[last + 1] !== GLUED) return true;
  return (keys.at(last)?.plain.length ?? 0) > 5 && /^\d{1,2}$/.test(keys.at(last + 1)?.plain ?? '');
}

const isCapitalAscii = (code: number): boolean => code > 64 && code < 91;
