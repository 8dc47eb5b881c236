/**
 * The stems of ordinary words without making strings of them: how many letters `innerStem` and `stem` keep. A page pays
 * for every word it has, in code that is not compiled yet; the table of inflection.ts is asked for the rest alone.
 */
import { ADJECTIVE, BARE, IA, ONGOING, PAST, PLURAL } from './inflection.ts';

/** Bits of a length in what `cutWord` returns. */
const BITS = 6;
const MASK = 2 ** BITS - 1;

export const innerLength = (cut: number): number => cut & MASK;
export const lastLength = (cut: number): number => (cut >> BITS) & MASK;
export const endingOf = (cut: number): number => cut >> (2 * BITS);

const A = 97;
const [C, D, E, G, H, I, L] = [99, 100, 101, 103, 104, 105, 108];
const [N, O, P, R, S, T, U, X, Y, Z] = [110, 111, 112, 114, 115, 116, 117, 120, 121, 122];

const isVowel = (code: number): boolean => code === A || code === E || code === I || code === O || code === U;
/** Doubled before -ing and -ed: b d g m n p r t. */
const doubles = (code: number): boolean =>
  code === 98 || code === D || code === G || code === 109 || code === N || code === P || code === R || code === T;

/** Lengths and ending of a word of a–z, packed; -1 where its stem is not just its beginning, or may not be. */
export function cutWord(word: string): number {
  const { length } = word;
  if (length > MASK) return -1;
  if (length < 4) return pack(length, length, BARE);
  // Spellings: anaemia, oedema, sulphur, analyse. The browser's own search beats any loop that runs for the first time.
  if (word.includes('ae') || word.includes('oe') || word.includes('lp') || word.includes('lys')) return -1;
  const at = (from: number) => word.charCodeAt(from);
  const last = at(length - 1);
  const second = at(length - 2);
  const third = at(length - 3);
  // What irregular plurals end with: nuclei, feet, teeth, leaves.
  if (last === I || (second === E && third === E) || (last === H && second === T) || (last === S && third === 118))
    return -1;

  let single = length;
  if (last === E) {
    if (length > 4 && hisses(second, third)) single--;
  } else if (last === S && second === E) {
    if (third === I) return -1;
    const isHiss = hisses(third, at(length - 4));
    single -= (length > 5 && isHiss) || (length > 6 && third === O) ? 2 : 1;
  } else if (last === S && (second === I ? isVowel(third) : second !== S && second !== U)) single--;

  const end = at(single - 1);
  const beforeEnd = at(single - 2);
  // Spellings: colour, centre, fibre.
  if (end === R && beforeEnd === U) return -1;
  if (end === E && beforeEnd === R) return -1;
  if (end === Y && (beforeEnd === H || beforeEnd === 109 || beforeEnd === S)) return -1;
  if (end === G && beforeEnd === N && at(single - 3) === I && hasVowel(word, single - 5))
    return verb(word, single, 3, ONGOING);
  if (end === D && beforeEnd === E && at(single - 3) !== E && hasVowel(word, single - 3))
    return verb(word, single, 2, PAST);
  const kept = single - 2;
  const edge = at(kept - 1);
  if (edge === Y) return -1;
  if (end === L && beforeEnd === A) {
    if (edge === C && at(kept - 2) === I && single > 6 && !isVowel(at(single - 5))) return -1;
    if (kept > 4 && !isVowel(edge)) return pack(single, kept, ADJECTIVE);
  } else if (end === C && beforeEnd === I && kept > 3 && !isVowel(edge)) return pack(single, kept, ADJECTIVE);
  else if (end === A && beforeEnd === I && kept > 3 && !isVowel(edge)) return pack(single, kept, IA);
  return pack(single, single, last === S && single < length ? PLURAL : BARE);
}

/** Whether any of the first `length` letters of a word is a vowel, or the y of one. */
function hasVowel(word: string, length: number): boolean {
  for (let i = 0; i < length; i++) if (isVowel(word.charCodeAt(i)) || word.charCodeAt(i) === Y) return true;
  return false;
}

/** Without -ing or -ed, and without the second of two letters before it. */
function verb(word: string, single: number, cut: number, ending: number): number {
  const rest = single - cut;
  const edge = word.charCodeAt(rest - 1);
  const isDoubled = edge === word.charCodeAt(rest - 2) && doubles(edge);
  // studi-ed, and what ends with the y of myopathy.
  if (edge === I || edge === Y) return -1;
  return pack(single, isDoubled ? rest - 1 : rest, ending);
}

/** Whether s, x, z, ch or sh end with `code` after `before`. */
const hisses = (code: number, before: number): boolean =>
  code === S || code === X || code === Z || (code === H && (before === C || before === S));

const pack = (inner: number, last: number, ending: number): number => inner | (last << BITS) | (ending << (2 * BITS));
