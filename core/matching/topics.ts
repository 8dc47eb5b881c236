/** What a block is about, word by word: the vocabularies of data/senses.yaml, looked up. */
import type { Keys } from './forms.ts';
import { finish } from './hash.ts';
import type { Lexicon } from './lexicon.ts';

export const STRONG = 1;
export const WEAK = 2;
export const OTHER_TOPIC = 3;

/** Width of the hash of a topic word: with some 1,000 words, one strange word in 16,000 looks like one of them. */
export const TOPIC_BITS = 24;

export const topicHash = (word: number): number => finish(word, 0, TOPIC_BITS);

/** The topic of each word of a block. */
export function readTopics(lexicon: Lexicon, keys: Keys): Uint8Array {
  const topics = new Uint8Array(keys.length);
  const sets = lexicon.topics();
  keys.forEach((key, i) => {
    if (key && key.plain.length > 1) topics[i] = sets.findIndex((set) => set.has(topicHash(key.last))) + 1;
  });
  return topics;
}
