/** The keys of a block's words, read when they are asked for: those of most words never are. */
import type { WordKey } from './keys.ts';
import type { Lexicon } from './lexicon.ts';
import type { Words } from './words.ts';

export interface Keys {
  readonly length: number;
  /** The key of a word; undefined for words that are too long, and beyond the block. */
  at(word: number): WordKey | undefined;
}

export class BlockKeys implements Keys {
  readonly #lexicon: Pick<Lexicon, 'word'>;
  readonly #words: Words;

  constructor(lexicon: Pick<Lexicon, 'word'>, words: Words) {
    this.#lexicon = lexicon;
    this.#words = words;
  }

  get length(): number {
    return this.#words.length;
  }

  at(word: number): WordKey | undefined {
    const { text, length, start, end } = this.#words;
    return word < 0 || word >= length ? undefined : this.#lexicon.word(text.slice(start[word], end[word]));
  }
}

/** The keys of the words from `first` to `last`. */
export function range(keys: Keys, first: number, last: number): (WordKey | undefined)[] {
  const all: (WordKey | undefined)[] = [];
  for (let word = first; word <= last; word++) all.push(keys.at(word));
  return all;
}
