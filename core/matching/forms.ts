/** Every place in a block that is written like a form. */
import { append, extend } from './hash.ts';
import { arrangedKey, exactKey, phraseKey, type Reading, type WordKey, wordKey } from './keys.ts';
import { CERTAIN, type Lexicon, TRIGGER_LENGTH, triggerSlot } from './lexicon.ts';
import { IN, isDegree, isSmall } from './phrases.ts';
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
export function findForms(lexicon: Lexicon, words: Words, keys: Keys): Found[] {
  const found: Found[] = [];
  const { start, end, gap, text } = words;
  const add = (first: number, last: number, form: number) => {
    found.push({
      start: start[first] as number,
      end: (end[last] as number) + (closesOwn(text, start[first] as number, end[last] as number) ? 1 : 0),
      first,
      last,
      form,
      entry: lexicon.entry[form] as number,
      certain: lexicon.caution[form] === CERTAIN,
    });
  };
  const find = (key: number, ending: number) => {
    const form = lexicon.find(key);
    return form >= 0 && ((lexicon.mask[form] as number) >> ending) & 1 ? form : -1;
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
    let moves = false;
    for (let last = first; last < keys.length && last < first + MAX_WORDS; last++) {
      const key = keys[last];
      if (!key || (last > first && !linked(gap[last] as number))) break;
      moves ||= (key.kind > 0 && key.kind <= IN) || isDegree(key.kind);
      capitals ||= /[A-Z]/.test(text[start[last] as number] as string);
      if (last >= trigger && !isSmall(key.kind) && endsClean(gap, keys, last)) {
        let form = find(phraseKey(inner, key, lexicon.seed), key.ending);
        if (form < 0 && moves && last > first)
          form = findMoved(find, keys.slice(first, last + 1) as WordKey[], lexicon.seed);
        if (form < 0 && last === first + 1 && gap[last] === HYPHENATED)
          form = findJoined(find, keys, first, lexicon.seed);
        if (form >= 0) add(first, last, form);
      }
      exact = append(exact, key.exact);
      if (last >= trigger && capitals && gap[last + 1] !== GLUED) {
        const form = find(exactKey(exact, lexicon.seed), 0);
        if (form >= 0) add(first, last, form);
      }
      inner = append(inner, key.inner);
    }
  }
  return found;
}

/** For each word whether the run of letters and digits that it is part of is a trigger. */
function triggeredWords({ triggers, triggerSeed }: Lexicon, gap: readonly number[], keys: Keys): boolean[] {
  const triggered: boolean[] = [];
  for (let first = 0; first < keys.length; ) {
    let last = first + 1;
    let run = keys[first]?.plain ?? '';
    while (gap[last] === GLUED) run += keys[last++]?.plain;
    const slot = triggerSlot(extend(triggerSeed, run.slice(0, TRIGGER_LENGTH).replaceAll('+', '')));
    const is = ((triggers[slot >>> 5] as number) >>> slot) % 2 !== 0;
    while (first < last) triggered[first++] = is;
  }
  return triggered;
}

/** Whether the bracket that a form such as Ca(2+) opens closes right after it. */
const closesOwn = (text: string, start: number, end: number): boolean =>
  text[end] === ')' && text.slice(start, end).includes('(');

type Find = (key: number, ending: number) => number;

/** "lack of dietary magnesium", "low blood magnesium": the same words in another order, or with the place of measurement. */
function findMoved(find: Find, words: readonly WordKey[], seed: number): number {
  const readings: Reading[] = words.some(({ kind }) => isDegree(kind)) ? ['degrees', 'plain', 'bare'] : ['plain'];
  for (const reading of readings) {
    const { key, ending } = arrangedKey(words, seed, reading);
    const form = find(key, ending);
    if (form >= 0) return form;
  }
  return -1;
}

/** "multi-vitamin" where the form is one word. */
function findJoined(find: Find, keys: Keys, first: number, seed: number): number {
  const joined = wordKey(`${keys[first]?.plain}${keys[first + 1]?.plain}`);
  return joined ? find(phraseKey(0, joined, seed), joined.ending) : -1;
}

/** Whether two words with `gap` between can be of one form. */
export const linked = (gap: number): boolean => gap <= HYPHENATED || gap > TIGHT;

/** A form may end glued to a number only where that can be a footnote's: after a long word. */
function endsClean(gap: readonly number[], keys: Keys, last: number): boolean {
  if (gap[last + 1] !== GLUED) return true;
  return (keys[last]?.plain.length ?? 0) > 5 && /^\d{1,2}$/.test(keys[last + 1]?.plain ?? '');
}
