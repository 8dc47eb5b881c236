/**
 * Lists that share a word: "vitamins A, C and D", "calcium and magnesium deficiency", "hypo- or hyperkalemia". Each item
 * is a candidate of its own, in its own place, with the meaning that the whole phrase would have.
 */

import { type Keys, range } from './block-keys.ts';
import { isCertain } from './cues.ts';
import type { Found } from './forms.ts';
import type { WordKey } from './keys.ts';
import { type Lexicon, LIKELY } from './lexicon.ts';
import { findJoined, findPhrase } from './lookup.ts';
import { isDegree } from './phrases.ts';
import { COMMA, HANGING, LINK, runEnd, runStart, SLASH, TIGHT, type Words } from './words.ts';

/** Beginnings that stand for each other before the same end. */
const PREFIXES = ['hypo', 'hyper', 'tachy', 'brady', 'macro', 'micro', 'pre', 'post', 'mono', 'poly', 'intra', 'extra'];
/** Items of a list at most; a longer one is no list of this kind. */
const ITEMS = 12;

/** The items of lists that `found` begin or end. */
export function coordinate(lexicon: Lexicon, words: Words, keys: Keys, found: readonly Found[]): Found[] {
  const { start, end, gap } = words;
  const items = new Map<string, Found>();
  const add = (first: number, last: number, form: number) => {
    // In "your and my blood", or "low and very low vitamin D", nothing stands for the first item.
    if (keys.at(last)?.kind) return;
    items.set(`${first} ${last}`, {
      start: start[first] as number,
      end: end[last] as number,
      first,
      last,
      form,
      entry: lexicon.entryOf(form),
      certain: isCertain(lexicon, form, words, keys, first, last),
      everyday: lexicon.caution[form] === LIKELY,
    });
  };
  const all = (first: number, last: number) => range(keys, first, last) as WordKey[];

  for (const { first, last } of found) {
    const here = keys.at(last) as WordKey;
    if (last > first) {
      // vitamins A, C and D: what follows takes the place of the last word.
      const head = all(first, runStart(gap, last) - 1);
      let at = last;
      for (let n = 0; n < ITEMS && head.length > 0; n++) {
        const item = nextItem(words, keys, at);
        // The common cold and cold sores: said twice, it is no list.
        if (item === undefined || keys.at(item)?.plain === here.plain) break;
        at = runEnd(gap, item);
        const form = findPhrase(lexicon, [...head, ...all(item, at)]);
        if (form < 0) break;
        add(item, at, form);
      }
      // calcium and magnesium deficiency: what stands before takes the place of the first word.
      const tail = all(runEnd(gap, first) + 1, last);
      if (isDegree(here.kind)) {
        for (let n = 0, before = previousItem(words, keys, first); n < ITEMS && before !== undefined; n++) {
          const form = findPhrase(lexicon, [...all(runStart(gap, before), before), ...tail]);
          if (form < 0) break;
          add(runStart(gap, before), before, form);
          before = previousItem(words, keys, runStart(gap, before));
        }
      }
    }
    // hypo- or hyperkalemia: what stands before takes the place of the beginning.
    const before = previousItem(words, keys, first);
    const link = gap[(before ?? first) + 1] as number;
    if (before === undefined || (link !== HANGING && link % TIGHT !== SLASH)) continue;
    const hanging = keys.at(before)?.plain;
    const whole = (keys.at(first) as WordKey).plain;
    const prefix = PREFIXES.find((other) => other !== hanging && whole.startsWith(other));
    if (!hanging || !prefix) continue;
    const form = findJoined(lexicon, hanging, whole.slice(prefix.length));
    if (form >= 0) add(before, before, form);
  }
  return [...items.values()];
}

const isAnd = (key: WordKey | undefined): boolean => key?.plain === 'and' || key?.plain === 'or';
const separates = (gap: number | undefined): boolean =>
  gap !== undefined && (gap % TIGHT === COMMA || gap % TIGHT === SLASH || gap === HANGING);

/** The first word of the next item of a list whose item ends at `at`. */
function nextItem({ gap }: Words, keys: Keys, at: number): number | undefined {
  const next = at + 1;
  if (isAnd(keys.at(next)) && (gap[next] === LINK || separates(gap[next])))
    return gap[next + 1] === LINK ? next + 1 : undefined;
  return next < keys.length && separates(gap[next]) ? next : undefined;
}

/** The last word of the item before the one that begins at `at`. */
function previousItem({ gap }: Words, keys: Keys, at: number): number | undefined {
  if (isAnd(keys.at(at - 1)) && gap[at] === LINK && at > 1) return at - 2;
  return at > 0 && separates(gap[at]) ? at - 1 : undefined;
}
