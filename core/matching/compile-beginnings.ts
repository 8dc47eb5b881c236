/** Build time: the words that mean anything to the matcher → the beginnings that a page is looked through for. */
import type { SenseFile, Vocabularies } from '../knowledge/schema.ts';
import { wordsOf } from './compile-senses.ts';
import { extend } from './hash.ts';
import { surfaces } from './inflection.ts';
import { packSieve } from './pack.ts';
import { CLASS_WORDS } from './phrases.ts';
import { BEGINNING } from './words.ts';

/** Every ending that there is. */
const ANY_ENDING = 0xff;
/** Slots for each beginning; a strange one that passes costs a look. */
const ROOM = 5;

/** The table of the beginnings of `words`, in all their spellings, of the words that have a topic and of those that have a class. */
export function packBeginnings(
  words: readonly string[],
  senses: readonly SenseFile[],
  { health, other }: Vocabularies,
): string {
  const topics = [health.strong, health.weak, other, ...senses.flatMap(({ near, far }) => [near ?? [], far ?? []])];
  const plain = topics.flat().flatMap((phrase) => wordsOf(phrase).map((word) => word.plain));
  const written = [...new Set([...words, ...plain])].flatMap((word) => surfaces(word, ANY_ENDING));
  const beginnings = new Set([...written, ...CLASS_WORDS].map((word) => word.slice(0, BEGINNING)));
  return packSieve(
    [...beginnings].map((beginning) => extend(0, beginning)),
    ROOM,
  );
}
