/** What lists show of every entry: small enough to be there when a page opens. */
import type { Entry } from './knowledge.ts';
import { CATEGORIES, type Category } from './vocabulary.ts';

export interface Headline {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
}

/** Columns, so that it parses fast; categories are indexes into `CATEGORIES`. */
export interface PackedHeadlines {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly categories: readonly number[];
}

export function packHeadlines(entries: readonly Entry[]): PackedHeadlines {
  return {
    ids: entries.map(({ id }) => id),
    names: entries.map(({ name }) => name),
    categories: entries.map(({ category }) => CATEGORIES.indexOf(category)),
  };
}

/** Every entry in the order of `Knowledge.entries`. */
export function unpackHeadlines({ ids, names, categories }: PackedHeadlines): Headline[] {
  return ids.map((id, place) => ({
    id,
    name: names[place] as string,
    category: CATEGORIES[categories[place] as number] as Category,
  }));
}
