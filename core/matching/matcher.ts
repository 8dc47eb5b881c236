/** Text in, matches out. */
import { expand, fold, RARE, SKIP, WORD } from './fold.ts';
import { appendExact, appendInner, exactKey, formKey, type WordKey, wordKey } from './keys.ts';
import { type Lexicon, type LexiconPayload, NO_SENSE, openLexicon, TRIGGER_LENGTH, triggerSlot } from './lexicon.ts';
import { createEvidence, type Found, type Scan, settle } from './senses.ts';
import type { Matcher } from './types.ts';
import { GLUED, HYPHENATED, LINK, readWords, type Words } from './words.ts';

/** Words in the longest form, an ion's charge and a number glued to a letter counted apart. */
export const MAX_WORDS = 8;

export function createMatcher(payload: LexiconPayload): Matcher {
  const lexicon = openLexicon(payload);
  const mayMatch = (text: string) => nextTrigger(lexicon.triggers, text, 0) >= 0;
  return {
    version: payload.version,
    mayMatch,
    scan(text) {
      if (!mayMatch(text)) return undefined;
      const words = readWords(text);
      const keys = words.start.map((start, i) => wordKey(text.slice(start, words.end[i])));
      const found = findForms(lexicon, words, keys);
      return found.length > 0 ? { candidates: found, words, keys } : undefined;
    },
    settle: (scan, _block, evidence) => settle(lexicon, scan as Scan, evidence),
    createEvidence,
  };
}

/** Where the first word from `from` on that can belong to a form ends, or -1: the loop that reads every character of a page. */
function nextTrigger(triggers: Int32Array, text: string, from: number): number {
  let hash = 0;
  let length = 0;
  for (let i = from; i <= text.length; i++) {
    const folded = i < text.length ? fold(text.charCodeAt(i)) : SKIP + 1;
    if (folded >= WORD) {
      if (length++ < TRIGGER_LENGTH) hash = (Math.imul(hash, 0x01000193) + folded) | 0;
    } else if (folded === RARE) {
      return nextTrigger(triggers, expand(text.slice(from)), 0);
    } else if (folded !== SKIP && length > 0) {
      const slot = triggerSlot(hash);
      if (((triggers[slot >>> 5] as number) >>> slot) & 1) return i;
      hash = length = 0;
    }
  }
  return -1;
}

/** Every place in the block that is written like a form, longer and shorter ones alike, in order of their start. */
function findForms(lexicon: Lexicon, words: Words, keys: readonly (WordKey | undefined)[]): Found[] {
  const found: Found[] = [];
  const { gap } = words;
  for (let first = 0; first < keys.length; first++) {
    if (gap[first] === GLUED) continue;
    let inner = 0;
    let exact = 0;
    let capitals = false;
    for (let last = first; last < keys.length && last < first + MAX_WORDS; last++) {
      const key = keys[last];
      if (!key || (last > first && !linked(gap[last] as number))) break;
      capitals ||= /[A-Z]/.test(words.text[words.start[last] as number] as string);
      const count = last - first + 1;
      if (endsClean(words, keys, last)) {
        const form = lexicon.find(formKey(inner, key, lexicon.seed));
        if (form >= 0 && accepts(lexicon, form, count, key.ending)) add(found, lexicon, words, first, last, form);
      }
      exact = appendExact(exact, key);
      if (capitals && gap[last + 1] !== GLUED) {
        const form = lexicon.find(exactKey(exact, lexicon.seed));
        if (form >= 0 && accepts(lexicon, form, count, 0)) add(found, lexicon, words, first, last, form);
      }
      inner = appendInner(inner, key);
    }
  }
  return found;
}

const linked = (gap: number): boolean => gap === GLUED || gap === LINK || gap === HYPHENATED;

/** A form may end glued to a number only when that can be a footnote's: after a long word. */
function endsClean({ gap }: Words, keys: readonly (WordKey | undefined)[], last: number): boolean {
  return (
    gap[last + 1] !== GLUED || ((keys[last]?.plain.length ?? 0) > 5 && /^\d{1,2}$/.test(keys[last + 1]?.plain ?? ''))
  );
}

function accepts({ words, loose, mask }: Lexicon, form: number, count: number, ending: number): boolean {
  const wanted = words[form] as number;
  return (loose[form] ? count <= wanted : count === wanted) && ((mask[form] as number) >> ending) % 2 === 1;
}

function add(found: Found[], lexicon: Lexicon, { start, end }: Words, first: number, last: number, form: number): void {
  found.push({
    start: start[first] as number,
    end: end[last] as number,
    entry: lexicon.entry[form] as number,
    certain: lexicon.sense[form] === NO_SENSE,
    sense: lexicon.sense[form] as number,
    first,
    last,
  });
}
