/** Words of a query that tell what is wanted of an entry, or which category: "pills" a medicine, "levels" a test. */
import { CATEGORIES, type Category } from '../knowledge/vocabulary.ts';
import { stem } from './stem.ts';

/** Words in one string mean the same to whoever asks; "low" and "high" do not. */
const WORDS: Readonly<Partial<Record<Category, readonly string[]>>> = {
  medicine: ['medicine medication drug pill tablet', 'supplement'],
  test: ['test lab', 'level', 'scan'],
  'deficiency-or-excess': ['low lack deficient', 'high excess'],
};

interface Asking {
  readonly category: number;
  readonly alike: readonly string[];
}

const ASKING: ReadonlyMap<string, Asking> = new Map(
  Object.entries(WORDS).flatMap(([category, groups]) =>
    groups.flatMap((group) => {
      const alike = group.split(' ');
      return alike.map((word): [string, Asking] => [
        stem(word),
        { category: CATEGORIES.indexOf(category as Category), alike },
      ]);
    }),
  ),
);

/** Index into `CATEGORIES` of the category that `word` asks for, if it asks for one. */
export const categoryAskedFor = (word: string): number | undefined => ASKING.get(stem(word))?.category;

/** Words that ask for the same as `word` does, itself among them; none where it asks for no category. */
export const askingAlike = (word: string): readonly string[] => ASKING.get(stem(word))?.alike ?? [];

/** What people ask of any entry, and where in the body they feel it: they say less than the word they stand with. */
const SAYING_LESS: readonly (readonly [number, string])[] = [
  [
    0.3,
    'symptom sign cause side effect treatment treat cure remedy help best dose dosage early problem normal natural dangerous ' +
      'serious harmful safe bad good benefit food rich people thing time day week month year weird strange sudden constant',
  ],
  [0.5, 'lip cheek chin nose thumb finger toe hand foot feet arm leg calf thigh knee shoulder neck belly'],
];
const SHARES: ReadonlyMap<string, number> = new Map(
  SAYING_LESS.flatMap(([share, words]) => words.split(' ').map((word): [string, number] => [stem(word), share])),
);

/** How much `word` says of which entry is meant, up to 1. */
export const sayingOf = (word: string): number => SHARES.get(stem(word)) ?? 1;
