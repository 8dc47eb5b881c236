/** Different ways to say the same: small words that fall away, words that change places, words that stand for each other. */

/** Classes of words that a phrase treats alike. */
export const ARTICLE = 1;
export const OF = 2;
export const IN = 3;
/** Says where a substance is measured: left out beside `LOW` and `HIGH` when no form has it. */
export const MEASURED = 4;
export const LOW = 5;
export const HIGH = 6;
/** Never first or last in a phrase. */
export const SMALL = 7;

const CLASSES: Readonly<Record<number, string>> = {
  [ARTICLE]: 'the your my his her our their',
  [OF]: 'of',
  [IN]: 'in',
  [MEASURED]: 'blood serum plasma level levels concentration concentrations body bodily',
  [LOW]:
    'low deficiency deficiencies deficient deficit lack lacking insufficient insufficiency inadequate depletion depleted shortage',
  [HIGH]: 'high elevated excess excessive overload',
  [SMALL]:
    'and or to is are was were be been with for by on at from as that this these those it its not no but if than then when which who will would can could may has have had do does did he she they we you',
};

/** Whether a word of this class can fall away, change its place or stand for another: it needs not be one of a form. */
export const isVariable = (kind: number): boolean => kind > 0 && kind !== SMALL;

const classes = new Map<string, number>();
for (const [kind, words] of Object.entries(CLASSES))
  for (const word of words.split(' ')) classes.set(word, Number(kind));

/** All words that have a class. */
export const CLASS_WORDS: readonly string[] = [...classes.keys()];

/** The class of a folded word, 0 for most. */
export const classOf = (word: string): number => classes.get(word) ?? 0;

/** A phrase neither begins nor ends with one of these. */
export const isSmall = (kind: number): boolean => (kind > 0 && kind <= IN) || kind === SMALL;

/** Words for low and high, each group standing for one thing. */
export const isDegree = (kind: number): boolean => kind === LOW || kind === HIGH;

/**
 * The words of a phrase, by their classes, in the order in which its key is made: articles fall away, "lack of X" and
 * "low in X" become "X lack" and "X low", and words for low and high come last. Takes and gives positions.
 */
export function arrange(positions: readonly number[], kindAt: (position: number) => number): number[] {
  const words = positions.filter((at) => kindAt(at) !== ARTICLE);
  const low = words.some((at) => kindAt(at) === LOW);
  const turn = words.findIndex((at, i) => i > 0 && (kindAt(at) === OF || (low && kindAt(at) === IN)));
  if (turn > 0) return arrange([...words.slice(turn + 1), ...words.slice(0, turn)], kindAt);
  const degree = words.findIndex((at) => isDegree(kindAt(at)));
  return degree < 0 ? words : [...words.slice(0, degree), ...words.slice(degree + 1), words[degree] as number];
}
