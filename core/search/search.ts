/** A query in, ranked entries out, each with the phrase that it was found by. */
import { makeCovers, type Query } from './covers.ts';
import { type Kind, kindOf, type SearchIndex } from './prebuilt.ts';
import { type Scored, scoreEntries } from './score.ts';
import { indexOf } from './sorted.ts';
import { readWords } from './words.ts';

export interface Found {
  readonly id: string;
  readonly name: string;
  /** Index into `CATEGORIES`. */
  readonly category: number;
  readonly answer: string;
  /** Why it was found: by its name, by another form, by a phrase people ask with, or by its facts. */
  readonly by: Kind | 'prose';
  /** The phrase it was found by; for `prose` its name. */
  readonly phrase: string;
  /** Stretches of `phrase` that the query accounts for, [start, end). */
  readonly letters: readonly (readonly [number, number])[];
}

export type Search = (query: string, limit?: number) => Found[];

/** Queries are cut: nobody types more, and a pasted page must not stall the popup. */
const MAX_QUERY = 120;

/** A search over a prebuilt index; making one costs nothing. */
export function createSearch(index: SearchIndex): Search {
  const covers = makeCovers(index);
  return (query, limit = 8) => {
    const text = query.length > MAX_QUERY ? query.slice(0, MAX_QUERY).replace(/\S*$/, '') : query;
    const words = readWords(text).map(({ word }) => word);
    if (words.length === 0) return [];
    const open = /[\p{L}\p{N}]$/u.test(text);
    return scoreEntries(index, words, open, limit, covers).map((scored) => present(index, scored));
  };
}

function present(index: SearchIndex, { entry, phrase, query }: Scored): Found {
  const name = index.names[entry] as string;
  const by = phrase === undefined ? 'prose' : kindOf(index.phraseKind[phrase] as number);
  // A name may be found by a part of it; readers see it whole.
  const text = phrase === undefined || by === 'name' ? name : (index.phrases[phrase] as string);
  return {
    id: index.ids[entry] as string,
    name,
    category: index.categories[entry] as number,
    answer: index.answers[entry] as string,
    by,
    phrase: text,
    letters: phrase === undefined ? [] : lettersOfPhrase(index, text, query),
  };
}

/** For each word of the phrase that was found, the letters typed of it; the whole word where it was found otherwise. */
function lettersOfPhrase(index: SearchIndex, text: string, { words }: Query): [number, number][] {
  return readWords(text).flatMap(({ word, start, end }): [number, number][] => {
    const number = indexOf(index.words, word);
    for (const { text: typed, readings } of words) {
      const reading = readings.find((other) => other.word === number);
      if (reading) return [[start, reading.stage === 'prefix' ? Math.min(end, start + typed.length) : end]];
    }
    return [];
  });
}
