/** The search index: made when the extension is built, used as it is. */
import type { Entry } from '../knowledge/knowledge.ts';
import { CATEGORIES } from '../knowledge/vocabulary.ts';
import { stem } from './stem.ts';
import { isFiller, readWords, squash, telling } from './words.ts';

/** Where a phrase stands in its entry; the order is the order of their worth. */
export const KINDS = ['name', 'form', 'phrase'] as const;
export type Kind = (typeof KINDS)[number];

/** Columns, so that it parses fast: an index in one is an index in all of its group. */
export interface SearchIndex {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Indexes into `CATEGORIES`. */
  readonly categories: readonly number[];
  readonly answers: readonly string[];
  /** How much an entry is linked to: settles ties. */
  readonly links: readonly number[];

  readonly phrases: readonly string[];
  readonly phraseEntry: readonly number[];
  /** Indexes into `KINDS`, plus 4 where the phrase often means something else. */
  readonly phraseKind: readonly number[];
  /** Words of the phrase that are no fillers. */
  readonly phraseLength: readonly number[];
  /** Phrases written together, sorted, and which phrase each is. */
  readonly squashed: readonly string[];
  readonly squashedPhrase: readonly number[];

  /** Initials of names of several words: "hd" for "Huntington disease". */
  readonly initials: readonly string[];
  readonly initialsPhrases: readonly (readonly number[])[];

  /** Every word of every phrase that is no filler, sorted. */
  readonly words: readonly string[];
  readonly wordPhrases: readonly (readonly number[])[];
  /** Which letters a word has, a bit each: cheap to compare before its letters are. */
  readonly letters: readonly number[];
  readonly stems: readonly string[];
  readonly stemWords: readonly (readonly number[])[];

  /** Stems of answers and facts that are not in too many entries (`COMMON`), and the entries that have them. */
  readonly prose: readonly string[];
  readonly proseEntries: readonly (readonly number[])[];
}

/** Stems of prose in more than this share of the entries tell nothing apart. */
const COMMON = 0.08;

const AMBIGUOUS = 4;

/** Categories whose entries people call by their initials, whether or not that is safe to mark on a page. */
const ABBREVIATED: ReadonlySet<string> = new Set(['condition', 'test']);

export const kindOf = (code: number): Kind => KINDS[code & 3] as Kind;
export const isAmbiguous = (code: number): boolean => (code & AMBIGUOUS) !== 0;

/** One bit for each letter, one for all that are none; 0 beyond the end. */
export function letterAt(word: string, place: number): number {
  if (place >= word.length) return 0;
  const code = word.charCodeAt(place) - 97;
  return 1 << (code >= 0 && code < 26 ? code : 26);
}

/** The letters of a word, together. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= letterAt(word, i);
  return bits;
}

/** Builds the index of `entries`. */
export function buildIndex(entries: readonly Entry[]): SearchIndex {
  const rows = entries.flatMap((entry, index) => phrasesOf(entry).map((phrase) => ({ ...phrase, entry: index })));
  const words = new Lists();
  const stems = new Lists();
  const prose = new Lists();
  for (const [index, row] of rows.entries()) for (const word of telling(row.words)) words.add(word, index);
  const sortedWords = words.sorted();
  for (const [index, [word]] of sortedWords.entries()) stems.add(stem(word), index);
  for (const [index, entry] of entries.entries()) {
    for (const text of [entry.answer, ...entry.facts.map((fact) => fact.text)]) {
      for (const { word } of readWords(text)) if (word.length > 2 && !isFiller(word)) prose.add(stem(word), index);
    }
  }
  const rare = prose.sorted().filter(([, found]) => found.length <= Math.max(3, entries.length * COMMON));
  const sortedStems = stems.sorted();
  const initials = new Lists();
  for (const [index, row] of rows.entries()) {
    if (ABBREVIATED.has((entries[row.entry] as Entry).category)) initials.add(initialsOf(row), index);
  }
  const sortedInitials = initials.sorted().filter(([text]) => text !== '');
  const together = rows
    .map((row, index) => ({ text: squash(row.words), index }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.index - b.index));
  return {
    ids: entries.map(({ id }) => id),
    names: entries.map(({ name }) => name),
    categories: entries.map(({ category }) => CATEGORIES.indexOf(category)),
    answers: entries.map(({ answer }) => answer),
    links: entries.map(({ relations }) => relations.length),
    phrases: rows.map(({ text }) => text),
    phraseEntry: rows.map(({ entry }) => entry),
    phraseKind: rows.map(({ kind, ambiguous }) => KINDS.indexOf(kind) + (ambiguous ? AMBIGUOUS : 0)),
    phraseLength: rows.map((row) => new Set(telling(row.words)).size),
    squashed: together.map(({ text }) => text),
    squashedPhrase: together.map(({ index }) => index),
    initials: sortedInitials.map(([text]) => text),
    initialsPhrases: sortedInitials.map(([, found]) => found),
    words: sortedWords.map(([word]) => word),
    wordPhrases: sortedWords.map(([, found]) => found),
    letters: sortedWords.map(([word]) => lettersOf(word)),
    stems: sortedStems.map(([text]) => text),
    stemWords: sortedStems.map(([, found]) => found),
    prose: rare.map(([text]) => text),
    proseEntries: rare.map(([, found]) => found),
  };
}

interface Phrase {
  readonly text: string;
  readonly kind: Kind;
  readonly ambiguous: boolean;
  readonly words: readonly string[];
}

/** The phrases of an entry, each once, under the best kind it has. A name "ALS (amyotrophic …)" counts as three. */
function phrasesOf(entry: Entry): Phrase[] {
  const parts = /^(.+?) \((.+)\)$/.exec(entry.name);
  const senses = new Map(entry.forms.map((form) => [squash(wordsOf(form.text)), form.senses?.default === 'unsure']));
  const written: [Kind, string][] = [
    ['name', entry.name],
    ...(parts ? parts.slice(1).map((part): [Kind, string] => ['name', part]) : []),
    ...entry.forms.map(({ text }): [Kind, string] => ['form', text]),
    ...entry.searchWords.map((text): [Kind, string] => ['phrase', text]),
  ];
  const phrases = new Map<string, Phrase>();
  for (const [kind, text] of written) {
    const words = wordsOf(text);
    const key = squash(words);
    if (key !== '' && !phrases.has(key)) phrases.set(key, { kind, text, words, ambiguous: senses.get(key) ?? false });
  }
  return [...phrases.values()];
}

/** Initials of a name or form of two to five words; else ''. */
function initialsOf({ kind, words }: Phrase): string {
  const letters = words.filter((word) => !isFiller(word) && /^[a-z]/.test(word)).map((word) => word[0]);
  return kind !== 'phrase' && letters.length === words.length && letters.length >= 2 && letters.length <= 5
    ? letters.join('')
    : '';
}

const wordsOf = (text: string): string[] => readWords(text).map(({ word }) => word);

/** Key → sorted, distinct numbers. */
class Lists {
  readonly #lists = new Map<string, Set<number>>();

  add(key: string, value: number): void {
    const list = this.#lists.get(key);
    if (list) list.add(value);
    else this.#lists.set(key, new Set([value]));
  }

  sorted(): [string, number[]][] {
    return [...this.#lists]
      .map(([key, values]): [string, number[]] => [key, [...values].sort((a, b) => a - b)])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
