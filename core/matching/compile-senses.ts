/** Build time: what forms and vocabularies say about senses → the sets that ship. */
import type { SenseFile, Vocabularies } from '../knowledge/schema.ts';
import { toBase64 } from './bits.ts';
import {
  AGAINST_AFTER,
  AGAINST_BEFORE,
  CUE_WORDS,
  cueHash,
  ENTRY,
  FAR,
  FOR_AFTER,
  FOR_BEFORE,
  NEAR,
  phraseHash,
} from './cues.ts';
import { HASH_BITS } from './hash.ts';
import { type WordKey, wordKey } from './keys.ts';
import type { LexiconPayload } from './lexicon.ts';
import { packSet } from './pack.ts';
import { OTHER_TOPIC, OWN, STRONG, TOPIC_BITS, topicHash, WEAK } from './topics.ts';
import { readWords } from './words.ts';

/** Forms that must name a word as near before it counts for all. */
const NAMED_BY = 2;

/** The vocabularies and the cues of all forms, by the forms' keys. */
export function compileSenses(
  senses: readonly (readonly [key: number, senses: SenseFile, isSymbol: boolean])[],
  { health, other }: Vocabularies,
  entryIndex: ReadonlyMap<string, number>,
): Pick<LexiconPayload, 'topicWords' | 'topics' | 'cues'> {
  const named = (pick: (rule: SenseFile) => readonly string[] | undefined) => {
    const count = new Map<number, number>();
    for (const [, rule] of senses) {
      for (const word of new Set(single(pick(rule) ?? []))) count.set(word, (count.get(word) ?? 0) + 1);
    }
    return [...count].filter(([, forms]) => forms >= NAMED_BY).map(([word]) => word);
  };
  const strong = new Set(single(health.strong));
  const against = new Set(single(other).filter((word) => !strong.has(word)));
  const weak = new Set(
    [...single(health.weak), ...named(({ near }) => near)].filter((word) => !strong.has(word) && !against.has(word)),
  );

  const cues: [key: number, kind: number, cue: number][] = [];
  const add = (
    key: number,
    kind: number,
    phrases: readonly string[] | undefined,
    isKnown: (words: readonly number[]) => boolean,
  ) => {
    for (const phrase of phrases ?? []) {
      const keys = wordsOf(phrase);
      const hash = phraseHash(keys, 0, keys.length);
      // What the vocabularies say anyway need not be said again.
      if (hash === undefined || keys.length > CUE_WORDS || isKnown(keys.map(({ last }) => last))) continue;
      cues.push([key, kind, hash]);
    }
  };
  for (const [key, { default: caution, with: support, without, entries, near, far }, isSymbol] of senses) {
    const never = () => false;
    // Where nothing but such a word counts, it must be said whatever the vocabularies say.
    const supports = ([word, ...more]: readonly number[]) =>
      caution !== 'strict' && word !== undefined && more.length === 0 && strong.has(word);
    add(key, FOR_BEFORE, support?.before, supports);
    add(key, FOR_AFTER, support?.after, supports);
    add(key, AGAINST_BEFORE, without?.before, never);
    add(key, AGAINST_AFTER, without?.after, never);
    const isPhrase = (words: readonly number[]) => words.length > 1;
    if (isSymbol) add(key, NEAR, near, isPhrase);
    add(key, FAR, far, isPhrase);
    for (const id of entries ?? []) {
      const entry = entryIndex.get(id);
      if (entry !== undefined) cues.push([key, ENTRY, entry]);
    }
  }
  const topics = new Map<number, number>();
  for (const [topic, words] of [
    [STRONG, strong],
    [WEAK, weak],
    [OTHER_TOPIC, against],
    [OWN, single(senses.flatMap(([, { near = [], far = [] }, isSymbol]) => (isSymbol ? [...near, ...far] : far)))],
  ] as const) {
    for (const hash of [...words].map(topicHash)) if (!topics.has(hash)) topics.set(hash, topic);
  }
  const sorted = [...topics].sort(([a], [b]) => a - b);
  return {
    topicWords: packSet(topics.keys(), TOPIC_BITS),
    topics: toBase64(Uint8Array.from(sorted, ([, topic]) => topic)),
    cues: packSet(
      cues.map(([key, kind, cue]) => cueHash(key, kind, cue)),
      HASH_BITS,
    ),
  };
}

/** The words of a phrase that are not too long to be any. */
export function wordsOf(phrase: string): WordKey[] {
  const { start, end } = readWords(phrase);
  return Array.from(start).flatMap((at, i) => wordKey(phrase.slice(at, end[i])) ?? []);
}

/** The stems of those of `phrases` that are one word. */
const single = (phrases: readonly string[]): number[] =>
  phrases.flatMap((phrase) => {
    const words = wordsOf(phrase);
    return words.length === 1 ? words.map(({ last }) => last) : [];
  });
