/**
 * One character → what it counts as. Letters and digits fold to a lower-case base character, everything else to one of the
 * kinds below. Filled on demand from the Unicode tables of the browser; kept as one array, since the scan asks it of every
 * character of a page.
 */
export const SKIP = 1;
export const SPACE = 2;
export const HYPHEN = 3;
export const BREAK = 4;
/** Stands for several characters (a ligature, ㎎, the β of β-blocker) or begins a surrogate pair: `expand` the text and read again. */
export const RARE = 5;
/** First code that is part of a word. Digits are 48–57, `_` counts as a letter so that identifiers stay whole. */
export const WORD = 48;

const table = new Uint16Array(65536);
/** What each code unit counts as, 0 where that is not known yet: for loops that can spare no call. */
export const folded: Readonly<Uint16Array> = table;
for (let code = 48; code < 58; code++) table[code] = code;
for (let code = 97; code < 123; code++) table[code] = table[code - 32] = code;
table[95] = 95;
/** What stands on nearly every page, so that the tables of Unicode, slow to load, are asked on few. */
for (let code = 0; code < 48; code++) table[code] = BREAK;
for (const [chars, kind] of [
  ['\t\n\v\f\r \u00a0', SPACE],
  ["'’‘\u00ad\u200b\u200c\u200d", SKIP],
  ['-‑–', HYPHEN],
  [':;<=>?@[\\]^`{|}~\u007f©«»®·×°§|“”„•…—→', BREAK],
  ['àáâãäåÀÁÂÃÄÅ', 97],
  ['çÇ', 99],
  ['èéêëÈÉÊË', 101],
  ['ìíîïÌÍÎÏ', 105],
  ['ñÑ', 110],
  ['òóôõöÒÓÔÕÖ', 111],
  ['ùúûüÙÚÛÜ', 117],
] as const)
  for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)] = kind;

const APOSTROPHE = /['’‘ʼ＇]/;
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}]/u, SKIP],
  [/[\s\p{Z}]/u, SPACE],
  [/[—―⸺⸻]/, BREAK],
  [/[\p{Pd}−]/u, HYPHEN],
  [/[æœ]/i, 101],
  [/[™℠]/, BREAK],
];

/** Greek letters that chemists use, by name. */
const GREEK: Readonly<Record<string, string>> = { α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ω: 'omega' };

function learn(code: number): number {
  const kind = classify(String.fromCharCode(code));
  table[code] = kind;
  return kind;
}

/** What a character counts as by the tables of Unicode. */
export function classify(char: string): number {
  if (APOSTROPHE.test(char)) return SKIP;
  for (const [pattern, kind] of KINDS) if (pattern.test(char)) return kind;
  if (/[\ud800-\udbff]/.test(char) || char in GREEK) return RARE;
  const plain = char.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  if (plain.length > 1 && /^[a-z]+$/.test(plain)) return RARE;
  if (plain.length > 1 && !/^\d/.test(plain)) return /\p{L}/u.test(char) ? char.charCodeAt(0) : BREAK;
  return /^[\p{L}\p{N}]/u.test(plain) ? Math.max(plain.charCodeAt(0), WORD) : BREAK;
}

/** What the UTF-16 code unit `code` counts as: a kind below `WORD`, or the character it folds to. */
export function fold(code: number): number {
  return table[code] || learn(code);
}

/** `text` with ligatures, units in one character and styled letters written out. Offsets change. */
export function expand(text: string): string {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[^\0-\u0131]/g, (char) =>
    char.length > 1 || fold(char.charCodeAt(0)) === RARE ? styled(char) : char,
  );
}

/** One rare character written out; a space where nothing is known of it. */
export function styled(char: string): string {
  const plain = char.normalize('NFKD').replace(/[αβγδω]/g, (letter) => GREEK[letter] as string);
  return plain === char || /[\ud800-\udfff]/.test(plain) ? ' ' : plain;
}

/** Whether `code` stands for a letter or a digit. */
export const isLetter = (code: number): boolean => fold(code) >= RARE;

export const isDigit = (folded: number): boolean => folded < 58 && folded >= WORD;
