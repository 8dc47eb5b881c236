/** What a block is about, word by word: the vocabularies of data/senses.yaml, looked up. */
import { finish } from './hash.ts';

export const STRONG = 1;
export const WEAK = 2;
export const OTHER_TOPIC = 3;
/** Says something to certain forms only. */
export const OWN = 4;

/** Width of the hash of a topic word: with some 3,000 words, one strange word in 90,000 looks like one of them. */
export const TOPIC_BITS = 28;

export const topicHash = (word: number): number => finish(word, 0, TOPIC_BITS);
