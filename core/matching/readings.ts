/** Readings of a place by how it is written and what stands beside it: a verb, a name, a unit, a label. */
import type { Found, Place } from './forms.ts';
import { append } from './hash.ts';
import { exactKey } from './keys.ts';
import type { Lexicon } from './lexicon.ts';
import { findKey } from './lookup.ts';
import { capitalShare, isCapital, type Scan } from './scan.ts';
import { topicOf } from './traits.ts';
import { CLOSE, COMMA, HYPHENATED, LINK, OPEN, runStart, STOP, TIGHT, type Words } from './words.ts';

const MODAL = new Set('can could may might will would must should shall cannot to'.split(' '));
/** Words after which "to" is followed by a thing, not by a verb. */
const TO_THING = new Set(
  'due related exposure exposed response responses sensitive sensitivity resistant resistance susceptible susceptibility predisposition tolerance adhesion binding bound linked attributed secondary next close adjacent according similar relating addition compared relative damage injury harm prior belongs confers specific restricted limited applied contributes contribute leads lead leading'.split(
    ' ',
  ),
);

/** "Wong A, Kirchhof MG.": a name at the start of a piece, then capitals, then a comma or a stop. */
export function looksLikeInitials({ first, last, start, end }: Found, { words }: Scan): boolean {
  const { text, gap } = words;
  const written = text.slice(start, end);
  if (written.length > 3 || written !== written.toUpperCase() || first !== last || first === 0) return false;
  const separates = (mark: number | undefined) => mark === undefined || mark === COMMA || mark === STOP;
  if (isName(words, first - 1) && gap[first] === LINK && separates(gap[first - 1]) && separates(gap[last + 1]))
    return true;
  // Lee, V. K., and Brunke, K. J.: a letter and its stop after a name, or after another one.
  const before = text.slice(words.start[first - 1], words.end[first - 1]);
  if (written.length > 1 || text[end] !== '.' || gap[first - 1] === LINK) return false;
  return (gap[first] === COMMA && isName(words, first - 1)) || (gap[first] === STOP && /^\p{Lu}$/u.test(before));
}

/** Letters after a name: "Ann Lee, MD, MS". */
const DEGREES = new Set('BA BS BSc CDE DNP DO DPT LD MA MBBS MD MPH MSc MSN NP PharmD PhD RD RDN RN'.split(' '));

/** "Detroit, MI, USA", "Ann Lee, MD, MS": a name, a comma, then two capitals that end their piece. */
export function readsAsPlace({ first, last, start, end }: Found, { words }: Scan): boolean {
  const { text, gap } = words;
  if (first !== last || !/^\p{Lu}{2}$/u.test(text.slice(start, end)) || gap[first] !== COMMA) return false;
  if (gap[last + 1] === LINK || gap[last + 1] === HYPHENATED) return false;
  let name = first - 1;
  while (gap[name] === COMMA && DEGREES.has(text.slice(words.start[name], words.end[name]))) name--;
  return isName(words, name) && topicOf(words.traits[name]) === 0;
}

/** GC-MS, CUG-BP, 4E-BPs: the end of a longer abbreviation. */
export function readsAsEnd({ first, last, start, end }: Found, { words }: Scan): boolean {
  const { text, gap } = words;
  if (first !== last || gap[first] !== HYPHENATED || !isShouted(text.slice(start, end).replace(/s$/, ''))) return false;
  return isShouted(
    text.slice(words.start[runStart(gap, first - 1)], words.end[first - 1]).replace(/^\d+(?=\p{Lu})/u, 'A'),
  );
}

/** K. pneumoniae: the first letter of a genus. */
export function readsAsGenus({ first, last, start, end }: Found, { words }: Scan): boolean {
  return first === last && end - start === 1 && /^\. ?\p{Ll}{3}/u.test(words.text.slice(end, end + 5));
}

/** K-ras, TS-1, B7-1, cyclin B1, ephrin-B1: a letter or a code that is a part of another name. */
export function readsAsPartOfName({ first, last, start, end, entry }: Place, { words, certain }: Scan): boolean {
  const { text, gap, traits } = words;
  const written = text.slice(start, end);
  if (!/^\p{Lu}{1,4}\d{0,2}$/u.test(written)) return false;
  const wordAt = (at: number) => text.slice(words.start[at] ?? text.length, words.end[at]);
  const isPlain = (at: number) => topicOf(traits[at]) === 0;
  const joinsNext = gap[last + 1] === HYPHENATED;
  if (joinsNext && /^\d/.test(wordAt(last + 1))) return true;
  if (written.length === 1) return joinsNext && isPlain(last + 1) && /^\p{L}{2}/u.test(wordAt(last + 1));
  if (!/\d/.test(written) || (gap[first] ?? STOP) > HYPHENATED || !isPlain(first - 1)) return false;
  // Riboflavin B2
  if (certain.some((other) => other.entry === entry && other.last === first - 1)) return false;
  return gap[first] === HYPHENATED || /^\p{L}+(?<!vitam)(?:in|ase|us)$/u.test(wordAt(first - 1));
}

/** RLs, or FISH among words that are not all in capitals: an abbreviation that looks like the word. */
export function readsAsAbbreviation(lexicon: Lexicon, found: Found, scan: Scan): boolean {
  const { first, last, start, end } = found;
  const { words } = scan;
  const { text, gap } = words;
  if (first === last && /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(text.slice(start, end)))
    return !isAsWritten(lexicon, found, scan);
  // Headings begin their piece.
  if (first !== last || first === 0 || gap[first] !== LINK || end - start < 3 || !isShouted(text.slice(start, end)))
    return false;
  if ([first - 1, last + 1].some((at) => isShouted(text.slice(words.start[at] ?? text.length, words.end[at]))))
    return false;
  return !isAsWritten(lexicon, found, scan);
}

/** Whether the form is this very word with its capitals: not FISH the dish, not the D of "vitamins A and D". */
function isAsWritten(lexicon: Lexicon, { first, form }: Found, { keys }: Scan): boolean {
  const exact = keys.at(first)?.exact;
  return exact !== undefined && findKey(lexicon, exactKey(append(0, exact), lexicon.seed), 0) === form;
}

/** PPI, B12, K */
export const isAbbreviation = (written: string): boolean => /^\p{Lu}[\p{Lu}\d]*$/u.test(written);

const isShouted = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

const isName = ({ text, start }: Words, at: number): boolean =>
  at >= 0 && /^\p{Lu}[\p{Ll}’']/u.test(text.slice(start[at], (start[at] as number) + 2));

/** Heart Association, Stroke Foundation, EMG Holdings: after a word with a capital these make the name of a body. */
const BODIES = new Set(
  'association foundation society federation trust journal academy alliance holdings inc corp corporation ltd plc llc gmbh'.split(
    ' ',
  ),
);

/** The journal Blood, the film Iron Man: what a title stands after. */
const TITLED = new Set(
  'journal magazine newspaper film movie novel album band song series sitcom game startup firm company'.split(' '),
);

export function readsAsBody({ first, last, start }: Found, { words, keys }: Scan): boolean {
  const { text, gap } = words;
  if (!isCapital(text, start)) return false;
  const at = last + 1;
  const isTitle = gap[first] === LINK && TITLED.has(keys.at(first - 1)?.plain ?? '');
  return (
    isTitle ||
    ((gap[at] ?? STOP) <= HYPHENATED && isCapital(text, words.start[at]) && BODIES.has(keys.at(at)?.plain ?? ''))
  );
}

/** A plain word after a modal verb, or after a "to" that does not point at a thing. */
export function readsAsVerb({ first, start }: Found, { words, keys }: Scan): boolean {
  const before = keys.at(first - 1)?.plain ?? '';
  if (isCapital(words.text, start) || words.gap[first] !== LINK || !MODAL.has(before)) return false;
  return before !== 'to' || !TO_THING.has(keys.at(first - 2)?.plain ?? '');
}

const shares = new WeakMap<Words, number>();

/** The share of a block's words that begin with a capital, counted once. */
function shareOf(words: Words): number {
  const share = shares.get(words) ?? capitalShare(words);
  shares.set(words, share);
  return share;
}

/** A word with a capital beside another one, inside a sentence that is not all in capitals. */
export function readsAsName({ first, last, start, end }: Found, { words }: Scan): boolean {
  const { text, gap } = words;
  const written = text.slice(start, end);
  if (!/^\p{Lu}\p{Ll}/u.test(written)) return false;
  // Headlines put capitals everywhere, which then say nothing.
  if (shareOf(words) > 0.5) return false;
  const before = (gap[first] ?? 0) <= HYPHENATED && isCapital(text, words.start[first - 1]);
  const after = (gap[last + 1] ?? STOP) <= HYPHENATED && isCapital(text, words.start[last + 1]);
  return before || after;
}

/** A short symbol after a number: 5 K, 200 Mg. */
export function readsAsUnit({ first, last, start, end }: Found, { words, keys }: Scan): boolean {
  const symbol = end - start < 3 && first === last && isCapital(words.text, start);
  return symbol && /^\d/.test(keys.at(first - 1)?.plain ?? '') && (words.gap[first] as number) <= HYPHENATED;
}

/** A single letter beside another one, with or without "and" or "to" between, or alone in brackets: a part of a figure, a grade. */
export function readsAsLabel(lexicon: Lexicon, found: Found, scan: Scan): boolean {
  const { first, last, start, end } = found;
  const { words, keys } = scan;
  const { text, gap } = words;
  if (end - start > 1 || !isAsWritten(lexicon, found, scan)) return false;
  const isLetter = (at: number) => {
    const from = words.start[at];
    return from !== undefined && /^\p{Lu}(?![\p{L}\d])/u.test(text.slice(from, from + 2));
  };
  const beside = (step: 1 | -1) => {
    const at = (step > 0 ? last : first) + step;
    if (gap[step > 0 ? at : first] === STOP) return false;
    return isLetter(at) || (/^(?:and|or|to)$/.test(keys.at(at)?.plain ?? '') && isLetter(at + step));
  };
  const inBrackets = (gap[first] as number) % TIGHT === OPEN && ((gap[last + 1] ?? CLOSE) as number) % TIGHT >= CLOSE;
  return inBrackets || beside(-1) || beside(1);
}
