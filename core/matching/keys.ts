/** A word's part in the key of a form, computed the same way at build time and on the page. */
import { expand, fold, isDigit, WORD } from './fold.ts';
import { append, extend, finish } from './hash.ts';
import { innerStem, stem } from './inflection.ts';
import { KEY_BITS } from './lexicon.ts';
import { arrange, classOf, isDegree, MEASURED } from './phrases.ts';

export interface WordKey {
  /** Folded, without what is skipped. */
  readonly plain: string;
  /** Its class in phrases.ts; 0 for most. */
  readonly kind: number;
  /** Hash as an inner word of a form. */
  readonly inner: number;
  /** Hash as its last word, and the ending that was cut. */
  readonly last: number;
  readonly ending: number;
  /** Hash as written, capitals kept, a plural -s after a capital cut. */
  readonly exact: number;
}

/** Longer words than this are no terms of anything. */
const LONGEST = 40;
const EXACT = 0x5bd1e995;

const cache = new Map<string, WordKey | undefined>();

/** The key of a word as it stands in a text; undefined for words that are too long. Kept for words seen before. */
export function wordKey(written: string): WordKey | undefined {
  if (written.length > LONGEST * 2) return undefined;
  const known = cache.get(written);
  if (known || cache.has(written)) return known;
  if (cache.size > 4000) cache.clear();
  const key = compute(written);
  cache.set(written, key);
  return key;
}

function compute(written: string): WordKey | undefined {
  const cased = expand(written).normalize('NFKD');
  let plain = '';
  let exact = '';
  for (let i = 0; i < cased.length; i++) {
    const char = cased[i] as string;
    const folded =
      char === '+' ? char : fold(char.charCodeAt(0)) >= WORD ? String.fromCharCode(fold(char.charCodeAt(0))) : '';
    plain += folded;
    exact += /[A-Z]/.test(char) ? char : folded;
  }
  if (plain === '' || plain.length > LONGEST) return undefined;
  const { stem: root, ending } = isDigit(plain.charCodeAt(0)) ? { stem: plain, ending: 0 } : stem(plain);
  return {
    plain,
    kind: classOf(plain),
    inner: extend(0, innerStem(plain)),
    last: lastHash(root),
    ending,
    exact: extend(2, exact.length > 2 ? exact.replace(/([A-Z])s$/, '$1') : exact),
  };
}

/** Hash of a stem as the last word of a form. */
export const lastHash = (root: string): number => extend(1, root);

/** The key of a phrase from the hash of its inner words and its last word. */
export const phraseKey = (inner: number, last: Pick<WordKey, 'last'>, seed: number): number =>
  finish(append(inner, last.last), seed, KEY_BITS);

/** The key of a phrase that counts only as written, from the hash of its words. */
export const exactKey = (hash: number, seed: number): number => finish(hash, seed ^ EXACT, KEY_BITS);

/** How a phrase is read: as it stands, with the words for low and high each as one, or besides without words of measurement. */
export type Reading = 'plain' | 'degrees' | 'bare';

/** Key and ending of a phrase whose words may change places. */
export function arrangedKey(
  words: readonly WordKey[],
  seed: number,
  reading: Reading,
): { readonly key: number; readonly ending: number } {
  const positions = words.map((_, i) => i);
  const order = arrange(
    reading === 'bare' ? positions.filter((at) => words[at]?.kind !== MEASURED) : positions,
    (at) => words[at]?.kind ?? 0,
  ).map((at) => words[at] as WordKey);
  const last = order.pop() as WordKey;
  const inner = order.reduce((hash, word) => append(hash, word.inner), 0);
  const isClass = reading !== 'plain' && isDegree(last.kind) && order.length > 0;
  return isClass
    ? { key: phraseKey(inner, { last: last.kind }, seed), ending: 0 }
    : { key: phraseKey(inner, last, seed), ending: last.ending };
}
