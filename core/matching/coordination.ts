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
import { IN, isDegree, OF } from './phrases.ts';
import { COMMA, HANGING, HYPHENATED, LINK, OTHER, runEnd, runStart, SLASH, TIGHT, type Words } from './words.ts';

/** Beginnings that stand for each other before the same end. */
const PREFIXES = ['hypo', 'hyper', 'tachy', 'brady', 'macro', 'micro', 'pre', 'post', 'mono', 'poly', 'intra', 'extra'];
/** Items of a list at most; a longer one is no list of this kind. */
const ITEMS = 12;

/** The items of lists that `found` begin or end. */
export function coordinate(lexicon: Lexicon, words: Words, keys: Keys, found: readonly Found[]): Found[] {
  const { start, end, gap } = words;
  const items = new Map<string, { readonly item: Found; readonly shared: number }>();
  const all = (first: number, last: number) => range(keys, first, last) as WordKey[];
  /** Keeps an item; of two phrases that give it a meaning, the one that shares more words with it. */
  const keep = (first: number, last: number, form: number, shared: number): void => {
    const place = `${first} ${last}`;
    // In "your and my blood", or "low and very low vitamin D", nothing stands for the first item.
    if (keys.at(last)?.kind || (items.get(place)?.shared ?? 0) > shared) return;
    const item = {
      start: start[first] as number,
      end: end[last] as number,
      first,
      last,
      form,
      entry: lexicon.entryOf(form),
      certain: isCertain(lexicon, form, words, keys, first, last),
      everyday: lexicon.caution[form] === LIKELY,
    };
    items.set(place, { item, shared });
  };
  /** Keeps an item if it is a form between words that it shares. */
  const add = (first: number, last: number, before: readonly WordKey[], after: readonly WordKey[]): boolean => {
    const form = findPhrase(lexicon, [...before, ...all(first, last), ...after]);
    if (form >= 0) keep(first, last, form, before.length + after.length);
    return form >= 0;
  };
  /** vitamins A, C and D: what follows the word at `last` takes its place after `head`; gives the last word of the last item. */
  const addFollowing = (head: readonly WordKey[], last: number, tail: readonly WordKey[] = []): number => {
    let at = last;
    for (let n = 0; n < ITEMS; n++) {
      const item = nextItem(words, keys, at);
      // The common cold and cold sores: said twice, it is no list.
      if (item === undefined || keys.at(item)?.plain === keys.at(last)?.plain) break;
      const end = runEnd(gap, item);
      const second = isJoined(words, keys, end + 1) ? runEnd(gap, end + 1) : end;
      const to = [second, end].find((to) => add(item, to, head, tail));
      if (to === undefined) break;
      at = to;
    }
    return at;
  };
  /** calcium and magnesium deficiency: what stands before the word at `first` takes its place before `tail`. */
  const addPreceding = (first: number, tail: readonly WordKey[]): void => {
    for (let n = 0, before = previousItem(words, keys, first); n < ITEMS && before !== undefined; n++) {
      const last = before;
      const start = runStart(gap, last);
      const second = isJoined(words, keys, start) ? runStart(gap, start - 1) : start;
      const from = [second, start].find((from) => add(from, last, [], tail));
      if (from === undefined) break;
      before = previousItem(words, keys, from);
    }
  };

  for (const { first, last } of found) {
    const here = keys.at(last) as WordKey;
    if (last > first) {
      const head = all(first, runStart(gap, last) - 1);
      const at = head.length > 0 ? addFollowing(head, last) : last;
      const degree = keys.at(at + 1);
      // vitamins A and D deficiency
      if (at > last && gap[at + 1] === LINK && degree && isDegree(degree.kind) && add(first, last, [], [degree]))
        addFollowing(head, last, [degree]);
      // deficiencies of vitamin B12, folate and iron
      const turn = all(first, last).findLastIndex(({ kind }) => kind === OF || kind === IN);
      if (turn > 0 && turn + 1 < head.length) addFollowing(head.slice(0, turn + 1), last);
      if (isDegree(here.kind)) {
        const tail = all(runEnd(gap, first) + 1, last);
        addPreceding(first, tail);
        // vitamin B12 and vitamin D deficiency
        if (tail.length > 1) addPreceding(first, [here]);
      }
    }
    // hypo- or hyperkalemia: what stands before takes the place of the beginning.
    const before = previousItem(words, keys, first);
    const link = gap[(before ?? first) + 1] as number;
    if (before === undefined || (link !== HANGING && link % TIGHT !== SLASH)) continue;
    const hanging = keys.at(before);
    const whole = (keys.at(first) as WordKey).plain;
    const prefix = PREFIXES.find((other) => other !== hanging?.plain && whole.startsWith(other));
    if (!hanging || !prefix) continue;
    const form = findJoined(lexicon, hanging.plain, whole.slice(prefix.length));
    if (form >= 0) keep(before, before, form, 1);
  }
  return Array.from(items.values(), ({ item }) => item);
}

const isAnd = (key: WordKey | undefined): boolean => key?.plain === 'and' || key?.plain === 'or';
/** Whether what stands before a word is a mark that parts the items of a list, an ampersand or a plus among them. */
function separates({ text, start, end, gap }: Words, at: number): boolean {
  const mark = gap[at];
  if (mark === undefined || at < 1) return false;
  if (mark % TIGHT === OTHER)
    return /^,?\s*[&+]\s*$/.test(text.slice(end[at - 1], Math.min(start[at] as number, (end[at - 1] as number) + 9)));
  return mark % TIGHT === COMMA || mark % TIGHT === SLASH || mark === HANGING;
}

/** Whether a word can be of one item with the one before it: neither is "the" or "deficiency". */
const isJoined = ({ gap }: Words, keys: Keys, at: number): boolean =>
  (gap[at] === LINK || gap[at] === HYPHENATED) && keys.at(at - 1)?.kind === 0 && keys.at(at)?.kind === 0;

/** The first word of the next item of a list whose item ends at `at`. */
export function nextItem(words: Words, keys: Keys, at: number): number | undefined {
  const { gap } = words;
  const next = at + 1;
  if (isAnd(keys.at(next)) && (gap[next] === LINK || separates(words, next)))
    return gap[next + 1] === LINK ? next + 1 : undefined;
  return next < keys.length && separates(words, next) ? next : undefined;
}

/** The last word of the item before the one that begins at `at`. */
export function previousItem(words: Words, keys: Keys, at: number): number | undefined {
  if (isAnd(keys.at(at - 1)) && words.gap[at] === LINK && at > 1) return at - 2;
  return at > 0 && separates(words, at) ? at - 1 : undefined;
}
