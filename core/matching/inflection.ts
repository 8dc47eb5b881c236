/**
 * Endings by table. A word is cut to its stem and its ending is named; a form says which endings it accepts. The same
 * table serves the build (which stores stems) and the matcher (which looks them up), so both sides always agree.
 */

/** Kinds of ending. */
export const BARE = 0;
export const PLURAL = 1;
export const PAST = 2;
export const ONGOING = 3;
/** Adjectives: hypocalcemic, diabetic, neuronal. */
export const ADJECTIVE = 4;
/** The -ia of anemia, kept apart so that -ic joins it. */
export const IA = 5;

export interface Stem {
  readonly stem: string;
  readonly ending: number;
}

/** British and other spellings, folded on both sides, in words of five letters and more. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[ao]e(?!$)/g, 'e'],
  [/sulph/g, 'sulf'],
  [/our$/, 'or'],
  [/([bt])re$/, '$1er'],
  [/alys(?=(?:e|ed|ing)?$)/g, 'alyz'],
];

/** Whether any of the spellings may apply: patterns are slow on a page, where code runs cold. */
const mayFold = (word: string): boolean =>
  word.includes('ae') ||
  word.includes('oe') ||
  word.includes('lys') ||
  word.includes('ulph') ||
  /(?:our|re)$/.test(word);

const fold = (word: string): string =>
  word.length < 5 || !mayFold(word)
    ? word
    : SPELLINGS.reduce((folded, [pattern, plain]) => folded.replace(pattern, plain), word);

/** ending, what must stand before it, what it is. Tried in this order after a plural -s is gone. */
const ENDINGS: readonly (readonly [string, RegExp, number])[] = [
  ['ing', /[aeiouy].*..$/, ONGOING],
  ['ed', /[aeiouy].*[^e]$/, PAST],
  ['ical', /..[^aeiou]$/, ADJECTIVE],
  ['ic', /...[^aeiou]$/, ADJECTIVE],
  ['al', /....[^aeiou]$/, ADJECTIVE],
  ['ia', /...[^aeiou]$/, IA],
];

/** Plurals that no rule makes. */
const IRREGULAR = new Map(
  'feet foot teeth tooth calves calf leaves leaf nuclei nucleus stimuli stimulus vertebrae vertebra'
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' ') as [string, string]),
);

const isVowel = (char: string | undefined): boolean => char !== undefined && 'aeiou'.includes(char);

/** A hissing end takes -es, and loses the -e of its own so that disease and diseases meet. */
const hisses = (word: string): boolean =>
  word.endsWith('s') || word.endsWith('x') || word.endsWith('z') || word.endsWith('ch') || word.endsWith('sh');

/** Without plural and possessive -s; for the inner words of a form nothing else is cut. Shorter words keep it: dose, ache. */
function singular(word: string): string {
  const { length } = word;
  if (length < 4) return word;
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  const cut = word.slice(0, -1);
  if (word.endsWith('e')) return length > 4 && hisses(cut) ? cut : word;
  if (!word.endsWith('s')) return word;
  if (word.endsWith('es')) {
    const stem = word.slice(0, -2);
    if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
    if (length > 5 && hisses(stem)) return stem;
    return length > 6 && word.endsWith('oes') ? stem : cut;
  }
  if (word.endsWith('is')) return isVowel(word[length - 3]) ? cut : word;
  return word.endsWith('ss') || word.endsWith('us') ? word : cut;
}

/** The -y of myopathy, gone so that -ic meets it. */
const trim = (word: string): string =>
  word.endsWith('y') ? word.replace(/(path|troph|graph|tom|leps)y$/, '$1') : word;

/** The stem of a word inside a form: plural, possessive and spelling do not matter there. */
export function innerStem(word: string): string {
  return trim(fold(singular(word)));
}

/** The stem of a word, written in folded letters, and its ending. */
export function stem(word: string): Stem {
  const cut = singular(word);
  const single = fold(cut);
  // All endings end with one of these letters, most words with none.
  if (!'gdlca'.includes(single.at(-1) as string)) return plainStem(word, cut, single);
  for (const [ending, before, kind] of ENDINGS) {
    if (!single.endsWith(ending)) continue;
    const rest = single.slice(0, -ending.length);
    if (!before.test(rest)) continue;
    if (kind !== PAST && kind !== ONGOING) return { stem: trim(rest), ending: kind };
    return { stem: trim(rest.replace(/([bdgmnprt])\1$/, '$1').replace(/([^aeiou])i$/, '$1y')), ending: kind };
  }
  return plainStem(word, cut, single);
}

function plainStem(word: string, cut: string, single: string): Stem {
  const plural = word.endsWith('s') && cut !== word;
  return { stem: trim(single), ending: plural || IRREGULAR.has(word) ? PLURAL : BARE };
}

/** The stem that the -ing and -ed of a verb leave where it differs from the verb's own: tingle, tingl-ing. */
export function verbStem(word: string): string | undefined {
  const { stem: own } = stem(word);
  return own.endsWith('e') ? own.slice(0, -1) : undefined;
}

/** Nouns with an adjective of the same stem: neuronal, myopathic. */
const HAS_ADJECTIVE = /(?:on|pathy|trophy|lepsy|graphy|tomy)$/;

/**
 * Which endings a form accepts, as a bit mask, by the kind of word that its last word is, the ending it is written with
 * and the word itself. Few different masks, since each form carries one.
 */
export function accepted(kind: 'noun' | 'verb' | 'none', own: number, word: string): number {
  if (kind === 'verb') return 0b1111;
  if (kind === 'none' || (own !== BARE && own !== IA)) return 1 << own;
  const adjective = own === IA || HAS_ADJECTIVE.test(word) ? 1 << ADJECTIVE : 0;
  return (1 << own) | (1 << PLURAL) | adjective;
}

const WRITTEN = ['', 's', 'es', 'ed', 'd', 'ing', 'ic', 'ical', 'al', 'ia', 'y', 'ies', 'ied'];

/** Spellings that `fold` undoes, for the build: its table read backwards, where it is likely. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/(?<=an|h)e(?=[mst])|e(?=sth)|e(?=mi[acq])|(?<=gyn|isch)e|(?<=^p|op)e(?=d)|(?<=^f)e(?=c)|(?<=^c)e(?=[cs])/g, 'ae'],
  [/^e(?=d|st|so|ti)|(?<=rrh|pn)e|(?<=^f)e(?=t)|(?<=^c)e(?=l)/g, 'oe'],
  [/sulf/g, 'sulph'],
  [/or(?=s?$)/g, 'our'],
  [/(?<=[bt])er(?=s?$)/g, 're'],
];

/** Every likely way to write `word` that has its stem, or that of its verb, and one of the endings in `mask`: what the trigger table must know. */
export function surfaces(word: string, mask: number): string[] {
  const { stem: root } = stem(word);
  const roots = new Set([root, ((mask >> PAST) & 1 && verbStem(word)) || root]);
  const found = new Set([word]);
  const bases = [word, ...roots, `${root}${root.at(-1)}`, root.replace(/y$/, ''), singular(word)];
  for (const base of bases) {
    for (const ending of WRITTEN) {
      const read = stem(base + ending);
      if (roots.has(read.stem) && (mask >> read.ending) & 1) found.add(base + ending);
    }
  }
  for (const [plural, single] of IRREGULAR) if (single === word) found.add(plural);
  for (const written of [...found]) {
    for (const [pattern, british] of BRITISH) {
      for (const match of written.matchAll(pattern)) {
        const other = written.slice(0, match.index) + british + written.slice(match.index + match[0].length);
        if (stem(other).stem === stem(written).stem) found.add(other);
      }
    }
  }
  return [...found];
}
