/** What the matcher keeps of a block. */

import { BlockKeys, type Keys } from './block-keys.ts';
import { type Abbreviation, type Definition, findAbbreviations, findDefinitions } from './definitions.ts';
import { type Found, findForms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import type { BlockScan } from './types.ts';
import { keep, passWords, type Words } from './words.ts';

export interface Scan extends BlockScan {
  readonly candidates: readonly Found[];
  /** Those of the candidates that need no evidence, by the word they begin with. */
  readonly certain: readonly Found[];
  readonly words: Words;
  readonly keys: Keys;
  readonly abbreviations: readonly Abbreviation[];
  readonly definitions: readonly Definition[];
}

/** Reads a block; undefined where it holds nothing for anyone. */
export function scanBlock(lexicon: Lexicon, text: string): Scan | undefined {
  const passed = passWords(text, lexicon.glance);
  const passedKeys = new BlockKeys(lexicon, passed);
  const candidates = findForms(lexicon, passed, passedKeys);
  const abbreviations = findAbbreviations(passed, passedKeys);
  if (candidates.length + abbreviations.length === 0) return undefined;
  const words = keep(passed);
  const keys = new BlockKeys(lexicon, words);
  return {
    candidates,
    certain: candidates.filter(({ certain }) => certain).sort((a, b) => a.first - b.first),
    words,
    keys,
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

/** Share of a block's words that begin with a capital. */
export const capitalShare = ({ text, start }: Words): number =>
  start.reduce((sum, at) => sum + (isCapital(text, at) ? 1 : 0), 0) / start.length;
