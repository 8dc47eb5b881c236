/** Every place in a block that is written like a form. */
import { coordinate } from './coordination.ts';
import { isCertain } from './cues.ts';
import { append, extend } from './hash.ts';
import { exactKey, phraseKey, type WordKey } from './keys.ts';
import { isTrigger, type Lexicon, type LexiconWord, TRIGGER_LENGTH } from './lexicon.ts';
import { findJoined, findKey, findMoved, moves } from './lookup.ts';
import { isSmall } from './phrases.ts';
import type { Candidate } from './types.ts';
import { GLUED, HYPHENATED, TIGHT, type Words } from './words.ts';

/** Words in the longest form, an ion's charge and a number glued to a letter counted apart. */
export const MAX_WORDS = 8;

/** A candidate and the words it covers. */
export interface Found extends Candidate {
  /** Index of the form. */
  readonly form: number;
  readonly first: number;
  readonly last: number;
}

export type Keys = readonly (WordKey | undefined)[];

/** All candidates, longer and shorter ones alike, in order of their start. */
export function findForms(lexicon: Lexicon, words: Words, keys: readonly (LexiconWord | undefined)[]): Found[] {
  const found: Found[] = [];
  const { start, end, gap, text } = words;
  const add = (first: number, last: number, form: number) => {
    found.push({
      start: start[first] as number,
      end: (end[last] as number) + (closesOwn(text, start[first] as number, end[last] as number) ? 1 : 0),
      first,
      last,
      form,
      entry: lexicon.entryOf(form),
      certain: isCertain(lexicon, form, words, keys, first, last),
    });
  };
  const triggered = triggeredWords(lexicon, gap, keys);
  let trigger = -1;
  for (let first = 0; first < keys.length; first++) {
    if (trigger < first) {
      trigger = triggered.indexOf(true, first);
      if (trigger < 0) break;
    }
    if (trigger >= first + MAX_WORDS) first = trigger - MAX_WORDS + 1;
    if (gap[first] === GLUED || isSmall(keys[first]?.kind ?? 0)) continue;
    let inner = 0;
    let exact = 0;
    let capitals = false;
    let movable = false;
    let isOfForms = true;
    for (let last = first; last < keys.length && last < first + MAX_WORDS; last++) {
      const key = keys[last];
      if (!key || (last > first && !linked(gap[last] as number))) break;
      // A word that is of no form ends every phrase, unless a hyphen makes it part of one ("multi-vitamin").
      isOfForms &&= key.isOfForms;
      if (!isOfForms && (last > first + 1 || gap[first + 1] !== HYPHENATED)) break;
      movable ||= moves(key);
      capitals ||= key.hasCapitals && /[A-Z]/.test(text[start[last] as number] as string);
      if (last >= trigger && !isSmall(key.kind) && endsClean(gap, keys, last)) {
        let form = isOfForms ? findKey(lexicon, phraseKey(inner, key, lexicon.seed), key.ending) : -1;
        if (form < 0 && isOfForms && movable && last > first)
          form = findMoved(lexicon, keys.slice(first, last + 1) as WordKey[]);
        if (form < 0 && last === first + 1 && gap[last] === HYPHENATED) {
          form = findJoined(lexicon, (keys[first] as WordKey).plain, key.plain);
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
  }
  return found.concat(coordinate(lexicon, words, keys, found));
}

/** For each word whether the run of letters and digits that it is part of is a trigger. */
function triggeredWords(
  lexicon: Lexicon,
  gap: readonly number[],
  keys: readonly (LexiconWord | undefined)[],
): boolean[] {
  const triggered: boolean[] = [];
  for (let first = 0; first < keys.length; ) {
    let last = first + 1;
    if (gap[last] !== GLUED) {
      triggered.push(keys[first]?.isTrigger === true);
      first = last;
      continue;
    }
    let run = keys[first]?.plain ?? '';
    while (gap[last] === GLUED) run += keys[last++]?.plain;
    const is = isTrigger(lexicon, extend(lexicon.triggerSeed, run.slice(0, TRIGGER_LENGTH).replaceAll('+', '')));
    for (; first < last; first++) triggered.push(is);
  }
  return triggered;
}

/** Whether the bracket that a form such as Ca(2+) opens closes right after it. */
const closesOwn = (text: string, start: number, end: number): boolean =>
  text[end] === ')' && text.slice(start, end).includes('(');

/** Whether two words with `gap` between can be of one form. */
export const linked = (gap: number): boolean => gap <= HYPHENATED || gap > TIGHT;

/** A form may end glued to a number only where that can be a footnote's: after a long word. */
function endsClean(gap: readonly number[], keys: Keys, last: number): boolean {
  if (gap[last + 1] !== GLUED) return true;
  return (keys[last]?.plain.length ?? 0) > 5 && /^\d{1,2}$/.test(keys[last + 1]?.plain ?? '');
}
