/** A query or a phrase → its words, folded alike on both sides: case, accents, hyphens, possessives, spelling of numbers. */

/** A folded word and where it stands in the text it was read from. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
/** "parkinson's" and "parkinsons'" are found under "parkinson"; the s of "gehrigs" is left to the stems. */
const POSSESSIVE = /['’ʼ]s$/;
/** Letters so few before a number belong to it: b 12, vit b-6 → b6, co q 10. */
const SYMBOL = /^[a-z]{1,3}$/;
const NUMBER = /^\d+$/;

/** Words that queries are full of and that say nothing about what is meant. */
const FILLERS = new Set(
  `a about after all also am an and any are as at be because been being between but by can could did difference do does
  doing dont for from get gets getting give had has have having her his how i if im in into is isnt it its ive just keep
  keeps make makes me mean means much my of off on or our out really should so some tell than that the their them then
  there these they this those to too up us versus vs was we were what whats when where which while who whos why will
  with without would you your`
    .trim()
    .split(/\s+/),
);

/** What people type for short; the long word is searched as well. */
const SHORT: Readonly<Record<string, string>> = {
  vit: 'vitamin',
  def: 'deficiency',
  defic: 'deficiency',
  meds: 'medicine',
  med: 'medicine',
  tabs: 'supplement',
  pills: 'supplement',
  pill: 'supplement',
  tx: 'treatment',
  dx: 'diagnosis',
  bp: 'blood pressure',
  cannot: 'cant',
};

/** Every word of `text` in order, with its place. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0]);
    const end = match.index + match[0].length;
    const before = words.at(-1);
    if (word === '') continue;
    if (before && NUMBER.test(word) && SYMBOL.test(before.word) && end - before.start < 8) {
      words[words.length - 1] = { word: before.word + word, start: before.start, end };
    } else words.push({ word, start: match.index, end });
  }
  return words;
}

function foldWord(written: string): string {
  return written
    .toLowerCase()
    .replace(POSSESSIVE, '')
    .normalize('NFKD')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words without fillers; all of them where nothing else is left. */
export function telling(words: readonly string[]): string[] {
  const kept = words.filter((word) => !FILLERS.has(word));
  return kept.length > 0 ? kept : [...words];
}

/** Whether the word says nothing about what is meant. */
export const isFiller = (word: string): boolean => FILLERS.has(word);

/** The word that `word` is short for, if it is. */
export const longForm = (word: string): string | undefined => (Object.hasOwn(SHORT, word) ? SHORT[word] : undefined);

/** Words written together: "vit-d", "vit d" and "vitd" are the same. */
export const squash = (words: readonly string[]): string => words.join('');
