/** A word's part in the key of a form, computed the same way at build time and on the page. */
import { expand, fold, isDigit, WORD } from './fold.ts';
import { concat, extend, finish, MAX_LENGTH } from './hash.ts';
import { innerStem, stem } from './inflection.ts';
import { KEY_BITS } from './lexicon.ts';

export interface WordKey {
  /** Folded, without what is skipped. */
  readonly plain: string;
  /** Hash and length as an inner word of a form. */
  readonly inner: number;
  readonly innerLength: number;
  /** Hash and length as its last word, and the ending that was cut. */
  readonly last: number;
  readonly lastLength: number;
  readonly ending: number;
  /** Hash and length as written, capitals kept, a plural -s after a capital cut. */
  readonly exact: number;
  readonly exactLength: number;
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
    const folded = fold(cased.charCodeAt(i));
    if (folded >= WORD) {
      plain += String.fromCharCode(folded);
      exact += /[A-Z]/.test(cased[i] as string) ? cased[i] : String.fromCharCode(folded);
    } else if (cased[i] === '+') {
      plain += '+';
      exact += '+';
    }
  }
  if (plain === '' || plain.length > LONGEST) return undefined;
  const { stem: root, ending } = isDigit(plain.charCodeAt(0)) ? { stem: plain, ending: 0 } : stem(plain);
  const inside = innerStem(plain);
  const capitals = exact.length > 2 ? exact.replace(/([A-Z])s$/, '$1') : exact;
  return {
    plain,
    inner: extend(0, inside),
    innerLength: inside.length,
    last: extend(0, root),
    lastLength: root.length,
    ending,
    exact: extend(0, capitals),
    exactLength: capitals.length,
  };
}

/** Appends an inner word to the hash of what stands before it. */
export const appendInner = (hash: number, key: WordKey): number => concat(hash, key.inner, key.innerLength);

/** The key of a form from the hash of its inner words and its last word. */
export const formKey = (hash: number, key: WordKey, seed: number): number =>
  finish(concat(hash, key.last, key.lastLength), seed, KEY_BITS);

export const appendExact = (hash: number, key: WordKey): number => concat(hash, key.exact, key.exactLength);

export const exactKey = (hash: number, seed: number): number => finish(hash, seed ^ EXACT, KEY_BITS);

export { MAX_LENGTH };
