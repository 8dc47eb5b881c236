/** What the matcher keeps of a block. */
import { type Abbreviation, type Definition, findAbbreviations, findDefinitions } from './definitions.ts';
import { type Found, findForms, type Keys } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { readTopics } from './topics.ts';
import type { BlockScan } from './types.ts';
import { readWords, type Words } from './words.ts';

export interface Scan extends BlockScan {
  readonly candidates: readonly Found[];
  /** Those of the candidates that need no evidence, by the word they begin with. */
  readonly certain: readonly Found[];
  readonly words: Words;
  readonly keys: Keys;
  readonly topics: Uint8Array;
  /** Share of the words that begin with a capital. */
  readonly capitals: number;
  readonly abbreviations: readonly Abbreviation[];
  readonly definitions: readonly Definition[];
}

/** Reads a block; undefined where it holds nothing for anyone. */
export function scanBlock(lexicon: Lexicon, text: string): Scan | undefined {
  const words = readWords(text);
  const keys = words.start.map((start, i) => lexicon.word(text.slice(start, words.end[i])));
  const candidates = findForms(lexicon, words, keys);
  const abbreviations = findAbbreviations(words, keys);
  if (candidates.length + abbreviations.length === 0) return undefined;
  return {
    candidates,
    certain: candidates.filter(({ certain }) => certain).sort((a, b) => a.first - b.first),
    words,
    keys,
    topics: readTopics(keys),
    capitals: words.start.filter((at) => isCapital(text, at)).length / keys.length,
    abbreviations,
    definitions: findDefinitions(words, keys, abbreviations, candidates),
  };
}

/** Whether a capital letter stands at `at`. */
export function isCapital(text: string, at: number | undefined): boolean {
  if (at === undefined) return false;
  const code = text.charCodeAt(at);
  return code < 128 ? code > 64 && code < 91 : /\p{Lu}/u.test(text[at] ?? '');
}
