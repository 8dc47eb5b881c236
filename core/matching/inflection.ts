/**
 * Endings by table. A word is cut to its stem and its ending is named; a form says which endings it accepts. The same
 * table serves the build (which stores stems) and the page (which looks them up), so both sides always agree.
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
  [/yse/, 'yze'],
];

const fold = (word: string): string =>
  word.length < 5 ? word : SPELLINGS.reduce((folded, [pattern, plain]) => folded.replace(pattern, plain), word);

/** ending, what must stand before it, what it is. Tried in this order after a plural -s is gone. */
const ENDINGS: readonly (readonly [string, RegExp, number])[] = [
  ['ing', /[aeiouy].*..$/, ONGOING],
  ['ied', /[aeiouy].+$/, PAST],
  ['ed', /[aeiouy].*[^e]$/, PAST],
  ['ical', /..[^aeiou]$/, ADJECTIVE],
  ['ic', /...[^aeiou]$/, ADJECTIVE],
  ['al', /....[^aeiou]$/, ADJECTIVE],
  ['ia', /...[^aeiou]$/, IA],
];

/** Plural and possessive -s; for the inner words of a form nothing else is cut. */
function singular(word: string): string {
  return word.length > 3 && /[^su]s$/.test(word) && !/[^aeiou]is$/.test(word) ? word.slice(0, -1) : word;
}

/** Final -e and -y give way before most endings: twitch(e)s, tingl(e)ing, injur(y)ies. */
const trim = (word: string): string => (word.length > 3 ? word.replace(/(?:ie|[ey])$/, '') : word);

/** The stem of a word inside a form: plural, possessive and spelling do not matter there. */
export function innerStem(word: string): string {
  return trim(fold(singular(word)));
}

/** The stem of a word, written in folded letters, and its ending. */
export function stem(word: string): Stem {
  const single = fold(singular(word));
  for (const [ending, before, kind] of ENDINGS) {
    const rest = single.slice(0, -ending.length);
    if (single.endsWith(ending) && before.test(rest)) {
      const undoubled = kind === PAST || kind === ONGOING ? rest.replace(/([bdgmnprt])\1$/, '$1') : rest;
      return { stem: trim(undoubled), ending: kind };
    }
  }
  return { stem: trim(single), ending: single.length < word.length && singular(word) !== word ? PLURAL : BARE };
}

/** Which endings a form accepts, by the kind of word that its last word is and the ending it is written with. */
export function accepted(kind: 'noun' | 'verb' | 'none', own: number): number {
  const bits = (...endings: number[]) => endings.reduce((mask, ending) => mask | (1 << ending), 0);
  if (kind === 'none') return bits(own);
  if (kind === 'verb') return bits(own, BARE, PLURAL, PAST, ONGOING);
  return bits(own, PLURAL, ...(own === ADJECTIVE || own === PAST ? [] : [ADJECTIVE]));
}

const WRITTEN = ['', 's', 'es', 'ies', 'ed', 'd', 'ied', 'ing', 'ic', 'ical', 'al', 'ia', 'e', 'y'];

/** Spellings that a fold undoes, for the build: the table of `fold` read backwards, where it is likely. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/(h|an|c|f|est|k|gyn|esth|isch|p|cel)e(?=[a-z])/g, '$1ae'],
  [/e(?=dem|str|soph|tiol)/g, 'oe'],
  [/(rrh|pn|f|c)e/g, '$1oe'],
  [/sulf/g, 'sulph'],
  [/or$/g, 'our'],
];

/** Every likely way to write `word` that has its stem and one of the endings in `mask`: what the trigger table must know. */
export function surfaces(word: string, mask: number): string[] {
  const { stem: root } = stem(word);
  const doubled = `${root}${root.at(-1)}`;
  const found = new Set([word]);
  for (const base of [word, root, doubled]) {
    for (const ending of WRITTEN) {
      const written = base + ending;
      const read = stem(written);
      if (read.stem === root && (mask >> read.ending) & 1) found.add(written);
    }
  }
  for (const written of [...found]) {
    for (const [pattern, british] of BRITISH) {
      for (const match of written.matchAll(pattern)) {
        const other =
          written.slice(0, match.index) +
          match[0].replace(pattern, british) +
          written.slice(match.index + match[0].length);
        if (stem(other).stem === root) found.add(other);
      }
    }
  }
  return [...found];
}
