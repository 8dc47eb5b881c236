/** Words of a query that tell which category is wanted: "pills" a medicine, "levels" a test. */
import { CATEGORIES, type Category } from '../knowledge/schema.ts';
import { stem } from './stem.ts';

const INTENTS: Readonly<Record<string, Category>> = Object.fromEntries(
  Object.entries({
    medicine: 'medicine medication drug pill tablet supplement',
    test: 'test level lab scan',
    'deficiency-or-excess': 'low lack deficient high excess',
  } satisfies Partial<Record<Category, string>>).flatMap(([category, words]) =>
    words.split(' ').map((word) => [stem(word), category as Category]),
  ),
);

/** Index into `CATEGORIES` of the category that `word` asks for, if it asks for one. */
export function categoryAskedFor(word: string): number | undefined {
  const category = INTENTS[stem(word)];
  return category && CATEGORIES.indexOf(category);
}
