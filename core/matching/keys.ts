/** A word's part in the key of a form, computed the same way at build time and in the background. */
import { cutWord, endingOf, innerLength, lastLength } from './cut.ts';
import { expand, fold, isDigit, WORD } from './fold.ts';
import { append, extend, finish, Prefixes } from './hash.ts';
import { BARE, innerStem, stem } from './inflection.ts';
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
  readonly hasCapitals: boolean;
}

/** Longer words than this are no terms of anything. */
const LONGEST = 40;
const EXACT = 0x5bd1e995;

/** The key of a word as it stands in a text; undefined for words that are too long. */
export function wordKey(written: string): WordKey | undefined {
  if (written.length > LONGEST * 2) return undefined;
  const capitals = letters.read(written);
  if (capitals >= 0) {
    const plain = capitals === 0 ? written : written.toLowerCase();
    const cut = cutWord(plain);
    if (cut >= 0 && plain.length <= LONGEST) {
      return {
        plain,
        kind: classOf(plain),
        inner: letters.extend(0, innerLength(cut)),
        last: letters.extend(1, lastLength(cut)),
        ending: endingOf(cut),
        exact: capitals === 0 ? letters.extend(2, plain.length) : exactHash(written),
        hasCapitals: capitals > 0,
      };
    }
  }
  const isPlain = capitals >= 0 || /^[\w+]*$/.test(written);
  const { plain, exact } = isPlain ? { plain: written.toLowerCase(), exact: written } : spell(written);
  if (plain === '' || plain.length > LONGEST) return undefined;
  const { stem: root, ending } = isDigit(plain.charCodeAt(0)) ? { stem: plain, ending: BARE } : stem(plain);
  return {
    plain,
    kind: classOf(plain),
    inner: extend(0, innerStem(plain)),
    last: lastHash(root),
    ending,
    exact: capitals === 0 ? extend(2, exact) : exactHash(exact),
    hasCapitals: exact !== plain,
  };
}

/** ALSs is one more ALS. */
const exactHash = (exact: string): number =>
  extend(2, exact.length > 2 && exact.endsWith('s') ? singleSymbol(exact) : exact);

const singleSymbol = (exact: string): string => exact.replace(/([A-Z])s$/, '$1');

/** The word read last, where it is written with letters alone. */
const letters = new Prefixes();

/** A word in folded letters, and the same with its capitals. */
function spell(written: string): { readonly plain: string; readonly exact: string } {
  const cased = expand(written).normalize('NFKD');
  let plain = '';
  let exact = '';
  for (const char of cased.split('')) {
    const code = fold(char.charCodeAt(0));
    const folded = char === '+' ? char : code >= WORD ? String.fromCharCode(code) : '';
    plain += folded;
    exact += /[A-Z]/.test(char) ? char : folded;
  }
  return { plain, exact };
}

/** Hash of a stem as the last word of a form. */
export const lastHash = (root: string): number => extend(1, root);

/** The key of a phrase from the hash of its inner words and its last word. */
export const phraseKey = (inner: number, last: Pick<WordKey, 'last'>, seed: number): number =>
  finish(append(inner, last.last), seed);

/** The key of a phrase that counts only as written, from the hash of its words. */
export const exactKey = (hash: number, seed: number): number => finish(hash, seed ^ EXACT);

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
