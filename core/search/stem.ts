/**
 * Words of one family → one stem: dizzy and dizziness, neuron and neuronal, hypokalaemic and hypokalemia. Coarser than the
 * page's inflections: a search may show too much, a mark may not.
 */

/** British and other spellings, in words of five letters and more. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[ao]e(?!$)/g, 'e'],
  [/sulph/g, 'sulf'],
  [/our$/, 'or'],
  [/([bt])re$/, '$1er'],
  [/ys(e|ed|ing)$/, 'yz$1'],
  [/is(e|ed|ing|ation)$/, 'iz$1'],
];

/** Endings that families share, tried from the top; what is left keeps at least `MIN_LEFT` letters. */
const ENDINGS = (
  'iousness edness fulness iveness ousness iness ations ation ating ative ators ator ates ated atic ate ' +
  'ically icity ical ances ancy ance ences ency ence ities ity ety ments ment ness ' +
  'ious eous ous ures ure ives ive ions ion ings ing ers er eds ed ' +
  'ies ied ily ly ants ant ents ent als al ics ic ias ia iac es is us um s'
).split(' ');
const MIN_LEFT = 4;
/** Short families: cramp-s, ache-s, weak-ness. */
const SHORT_ENDINGS = new Set(['s', 'es', 'ed', 'edness', 'ing', 'ness', 'y']);

/** The stem of a folded word. Words with a digit and words of up to three letters are their own. */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let rest = word;
  if (rest.length >= 5) for (const [from, to] of SPELLINGS) rest = rest.replace(from, to);
  rest = singular(rest);
  for (const ending of ENDINGS) {
    const left = rest.length - ending.length;
    if (left < (SHORT_ENDINGS.has(ending) ? 3 : MIN_LEFT) || !rest.endsWith(ending)) continue;
    rest = rest.slice(0, left);
    break;
  }
  return rest.replace(/(?<=..[^aeiouy]*)[aeiy]+$/, '').replace(/([^aeiouls])\1$/, '$1');
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|us|is)$/.test(word)) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
