/** Build time: the forms of all entries → the lexicon that ships. */
import type { Entry, Form, Knowledge } from '../knowledge/knowledge.ts';
import type { Category, SenseFile } from '../knowledge/schema.ts';
import { COMMON_WORDS } from './common-words.ts';
import { compileSenses } from './compile-senses.ts';
import { linked, MAX_WORDS } from './forms.ts';
import { append, extend } from './hash.ts';
import { accepted, surfaces, verbStem } from './inflection.ts';
import { arrangedKey, exactKey, lastHash, phraseKey, type Reading, type WordKey, wordKey } from './keys.ts';
import {
  CERTAIN,
  HEALTH,
  type LexiconPayload,
  STRICT,
  SURE,
  TRIGGER_BITS,
  TRIGGER_LENGTH,
  triggerSlot,
  UNSURE,
  VOCABULARY_BITS,
  vocabularySlot,
} from './lexicon.ts';
import { packBits, packForms } from './pack.ts';
import { GLUED, HYPHENATED, readWords } from './words.ts';

export interface CompiledLexicon {
  readonly payload: LexiconPayload;
  /** The stored forms as editors wrote them, in the order of the payload: what `annotate --explain` calls them. */
  readonly forms: readonly string[];
  /** Forms that cannot be found or that two entries claim, in words. */
  readonly problems: readonly string[];
}

/** A form as the lexicon knows it: one key, or two where a hyphen can also be nothing. */
interface Row {
  readonly form: Form;
  readonly entry: number;
  readonly words: readonly WordKey[];
  readonly keys: readonly number[];
  /** Hashes of its words as last ones (words that are alike inside a form are alike there), or as written. */
  readonly vocabulary: readonly number[];
  readonly mask: number;
}

interface Packed {
  readonly key: number;
  readonly entry: number;
  mask: number;
  caution: number;
  readonly text: string;
}

/** Compiles the lexicon; `entries` are sorted by id, as `Match.entry` counts them. */
export function compileLexicon({
  entries,
  vocabularies,
}: Pick<Knowledge, 'entries' | 'vocabularies'>): CompiledLexicon {
  const problems: string[] = [];
  const seed = 1;
  const rows = entries.flatMap(({ forms, category }, entry) => {
    // A lack of magnesium is what low magnesium is; an insufficient kidney is no low kidney.
    const reading = category === 'deficiency-or-excess' ? 'degrees' : 'plain';
    const own = forms.flatMap((form) => compileForm(form, entry, reading, seed, problems) ?? []);
    // No form is dropped for size: only pages with a trigger get the lexicon (docs/decisions/0004-triggers-before-lexicon.md).
    return own.filter((row, i) => i === 0 || !own.some((other) => other !== row && covers(other, row)));
  });
  const category = (entry: number) => (entries[entry] as Entry).category;
  const packed = new Map<number, Packed>();
  const senses: [key: number, senses: SenseFile, isSymbol: boolean][] = [];
  for (const { form, entry, keys, mask } of rows) {
    for (const key of keys) {
      if (form.senses) senses.push([key, form.senses, form.case === 'exact']);
      const other = packed.get(key);
      if (other && other.entry !== entry) {
        problems.push(`"${form.text}" of ${entries[entry]?.id} is also "${other.text}" of ${entries[other.entry]?.id}`);
      } else if (other) {
        other.mask |= mask;
        other.caution = Math.max(other.caution, caution(form, category(entry)));
      } else packed.set(key, { key, entry, mask, caution: caution(form, category(entry)), text: form.text });
    }
  }
  const triggers = chooseTriggers(rows.map(({ form, mask }) => variants(form, mask)));
  const ids = new Map(entries.map(({ id }, i) => [id, i]));
  const sorted = [...packed.values()].sort((a, b) => a.key - b.key);
  const payload = {
    ...pack(
      sorted,
      triggers,
      seed,
      entries,
      rows.flatMap(({ vocabulary }) => vocabulary),
    ),
    ...compileSenses(senses, vocabularies, ids),
  };
  return { payload, forms: sorted.map(({ text }) => text), problems };
}

const CAUTIONS = { sure: SURE, health: HEALTH, unsure: UNSURE, strict: STRICT } as const;
/** Categories of everyday words, marked only where nothing says that the page is about something else. */
const EVERYDAY: ReadonlySet<Category> = new Set(['food', 'lifestyle', 'anatomy', 'other']);

function caution({ senses, text }: Form, category: Category): number {
  if (senses) return CAUTIONS[senses.default];
  return EVERYDAY.has(category) && /^\p{L}+$/u.test(text) ? HEALTH : CERTAIN;
}

/** Whether `other`, found for certain, ends `row` of the same entry ("dietary magnesium"): then `row` need not be stored. */
function covers(other: Row, row: Row): boolean {
  const { words } = row;
  const from = words.length - other.words.length;
  if (from <= 0 || other.form.senses || other.form.case === 'exact' || row.form.case === 'exact') return false;
  const last = words.at(-1) as WordKey;
  return (
    other.words.slice(0, -1).every(({ inner }, i) => inner === words[from + i]?.inner) &&
    other.words.at(-1)?.last === last.last &&
    ((other.mask >> last.ending) & 1) === 1
  );
}

function compileForm(form: Form, entry: number, reading: Reading, seed: number, problems: string[]): Row | undefined {
  const { start, end, gap } = readWords(form.text);
  const words = start.map((at, i) => wordKey(form.text.slice(at, end[i])));
  const joined = gap.every((kind, i) => i === 0 || linked(kind));
  if (!joined || words.length === 0 || words.length > MAX_WORDS || words.includes(undefined)) {
    problems.push(`"${form.text}" cannot be found: a form is up to ${MAX_WORDS} words with spaces or hyphens between`);
    return undefined;
  }
  const known = words as WordKey[];
  if (form.case === 'exact') {
    const exact = known.reduce((hash, { exact }) => append(hash, exact), 0);
    return {
      form,
      entry,
      words: known,
      keys: [exactKey(exact, seed)],
      vocabulary: known.map((word) => word.exact),
      mask: 1,
    };
  }
  const { key, ending } = arrangedKey(known, seed, reading);
  const keys = [key];
  const vocabulary = known.map(({ last }) => last);
  if (gap.slice(1).includes(HYPHENATED)) {
    const together = joinHyphens(known, gap);
    if (together.length < known.length) {
      keys.push(arrangedKey(together, seed, reading).key);
      vocabulary.push(...together.map(({ last }) => last));
    }
  }
  const mask = accepted(form.inflect, ending, known.at(-1)?.plain ?? '');
  const verb = form.inflect === 'verb' && known.length === 1 ? verbStem(known[0]?.plain ?? '') : undefined;
  if (verb !== undefined) {
    keys.push(phraseKey(0, { last: lastHash(verb) }, seed));
    vocabulary.push(lastHash(verb));
  }
  return { form, entry, words: known, keys, vocabulary, mask };
}

/** The words with those that a hyphen parts written as one. */
function joinHyphens(words: readonly WordKey[], gap: readonly number[]): WordKey[] {
  const joined: string[] = [];
  words.forEach(({ plain }, i) => {
    const letters = /[a-z]$/.test(joined.at(-1) ?? '') && /^[a-z]/.test(plain);
    if (i > 0 && gap[i] === HYPHENATED && letters) joined[joined.length - 1] += plain;
    else joined.push(plain);
  });
  return joined.flatMap((word) => wordKey(word) ?? []);
}

/** All ways in which a form can stand on a page, as the runs of letters and digits that the scan sees: alternatives of runs of spellings. */
function variants(form: Form, mask: number): string[][] {
  const { start, end, gap } = readWords(form.text);
  const words = start.map((at, i) => wordKey(form.text.slice(at, end[i]))?.plain ?? '').filter((word) => word !== '+');
  let ways: string[][] = [[]];
  words.forEach((word, i) => {
    const joins = i > 0 && (gap[i] === HYPHENATED || gap[i] === GLUED);
    ways = ways.flatMap((way) => [
      [...way, word],
      ...(joins ? [[...way.slice(0, -1), (way.at(-1) ?? '') + word]] : []),
    ]);
  });
  const allowed = form.case === 'exact' ? 0b11 : mask;
  return ways.map((way) => way.map((run, i) => prefixes(run, i === way.length - 1 ? allowed : 0b11)));
}

const known = new Map<string, string>();

/** The different beginnings of a run in all its spellings, with spaces between. */
function prefixes(run: string, mask: number): string {
  const key = `${run} ${mask}`;
  const made =
    known.get(key) ?? [...new Set(surfaces(run, mask).map((surface) => surface.slice(0, TRIGGER_LENGTH)))].join(' ');
  known.set(key, made);
  return made;
}

/**
 * A small set of beginnings such that each way of each form has one among its runs. Words that are everywhere are chosen
 * last: each of them on a page costs a look.
 */
function chooseTriggers(forms: readonly (readonly (readonly string[])[])[]): Set<string> {
  const chosen = new Set<string>();
  const cost = (run: string) =>
    run
      .split(' ')
      .reduce(
        (sum, prefix) => sum + (chosen.has(prefix) ? 0 : prefix.length < 4 ? 30 : 1),
        run.split(' ').some((prefix) => COMMON.has(prefix)) ? 20 : 0,
      );
  const ways = forms.flat().sort((a, b) => a.length - b.length);
  for (const way of ways) {
    const [best] = [...way].sort((a, b) => cost(a) - cost(b) || b.length - a.length);
    for (const prefix of best?.split(' ') ?? []) chosen.add(prefix);
  }
  return chosen;
}

const COMMON = new Set(COMMON_WORDS.map((word) => word.slice(0, TRIGGER_LENGTH)));
/** Seeds tried for the trigger table. */
const SEEDS = 32;

/** The seed under which the fewest common words, the most common counting most, look like a trigger without being one. */
function triggerSeed(triggers: ReadonlySet<string>): number {
  const others = [...COMMON].filter((prefix) => !triggers.has(prefix));
  const wrong = (seed: number) => {
    const slots = new Set([...triggers].map((prefix) => triggerSlot(extend(seed, prefix))));
    return others.reduce((sum, prefix, i) => sum + (slots.has(triggerSlot(extend(seed, prefix))) ? 1 / (i + 1) : 0), 0);
  };
  const seeds = Array.from({ length: SEEDS }, (_, seed) => ({ seed, wrong: wrong(seed) }));
  return seeds.sort((a, b) => a.wrong - b.wrong)[0]?.seed ?? 0;
}

function pack(
  rows: readonly Packed[],
  triggers: ReadonlySet<string>,
  seed: number,
  entries: readonly Entry[],
  words: readonly number[],
) {
  const trigger = triggerSeed(triggers);
  const slots = [...triggers].map((prefix) => triggerSlot(extend(trigger, prefix)));
  return {
    version: (extend(0, entries.map(({ id }) => id).join()) >>> 0).toString(36),
    seed,
    triggerSeed: trigger,
    triggers: packBits(slots, TRIGGER_BITS),
    vocabulary: packBits(words.map(vocabularySlot), VOCABULARY_BITS),
    ...packForms(rows),
  };
}
