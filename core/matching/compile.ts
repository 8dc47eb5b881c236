/** Build time: the forms of all entries → the lexicon that ships. */
import type { Remark } from '../knowledge/editorial.ts';
import type { Entry, Form, Knowledge } from '../knowledge/knowledge.ts';
import type { Category, SenseFile } from '../knowledge/schema.ts';
import { packBeginnings } from './compile-beginnings.ts';
import { packFormTriggers } from './compile-scan-triggers.ts';
import { compileSenses } from './compile-senses.ts';
import { linked, MAX_WORDS } from './forms.ts';
import { append, extend } from './hash.ts';
import { accepted, verbStem } from './inflection.ts';
import { arrangedKey, exactKey, lastHash, phraseKey, type Reading, type WordKey, wordKey } from './keys.ts';
import { CERTAIN, HEALTH, type LexiconPayload, LIKELY, STRICT, SURE, UNSURE } from './lexicon.ts';
import { packForms, packSieve } from './pack.ts';
import { isAbbreviation } from './readings.ts';
import type { ScanTriggers } from './scan-triggers.ts';
import { HYPHENATED, readWords } from './words.ts';

export interface CompiledLexicon {
  readonly payload: LexiconPayload;
  /** The stored forms as editors wrote them, in the order of the payload: what `annotate --explain` calls them. */
  readonly forms: readonly string[];
  /** Forms that cannot be found or that two entries claim. */
  readonly problems: readonly Remark[];
}

/** A form as the lexicon knows it: one key, or two where a hyphen can also be nothing. */
interface Row {
  readonly form: Form;
  readonly entry: number;
  readonly words: readonly WordKey[];
  readonly keys: readonly number[];
  /** Hashes of its words as last ones (words that are alike inside a form are alike there), or as written. */
  readonly vocabulary: readonly number[];
  /** Its words, folded, also those that a hyphen parts written as one. */
  readonly spellings: readonly string[];
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
  const problems: Remark[] = [];
  const report = (entry: number, form: Form, message: string) => {
    const { id, forms } = entries[entry] as Entry;
    problems.push({ entry: id, path: ['forms', forms.indexOf(form)], rule: 'form', message });
  };
  const seed = 1;
  const compiled = entries.map(({ forms, category }, entry) => {
    // A lack of magnesium is what low magnesium is; an insufficient kidney is no low kidney.
    const reading = category === 'deficiency-or-excess' ? 'degrees' : 'plain';
    return forms.flatMap((form) => compileForm(form, entry, reading, seed, report) ?? []);
  });
  /** What means something alone, and so would be a mark of its own before the end of a longer form: chronic (kidney failure). */
  const alone = new Set(compiled.flat().flatMap(({ words }) => (words.length === 1 ? [words[0]?.last] : [])));
  // No form is dropped for size: the lexicon stays in the background (docs/decisions/0007-matching-in-the-background.md).
  const rows = compiled.flatMap((own) =>
    own.filter(
      (row, i) =>
        i === 0 ||
        alone.has(row.words[0]?.last) ||
        !own.some((other) => covers(other, row)) ||
        own.some((other) => begins(other, row)),
    ),
  );
  const category = (entry: number) => (entries[entry] as Entry).category;
  const packed = new Map<number, Packed>();
  const senses: [key: number, senses: SenseFile, isSymbol: boolean][] = [];
  for (const { form, entry, keys, mask } of rows) {
    for (const key of keys) {
      if (form.senses) senses.push([key, form.senses, form.case === 'exact' || isAbbreviation(form.text)]);
      const other = packed.get(key);
      if (other && other.entry !== entry) {
        report(entry, form, `"${form.text}" is the same as "${other.text}" of ${entries[other.entry]?.id}: keep one`);
      } else if (other) {
        other.mask |= mask;
        other.caution = Math.max(other.caution, caution(form, category(entry)));
      } else packed.set(key, { key, entry, mask, caution: caution(form, category(entry)), text: form.text });
    }
  }
  const triggers = packFormTriggers(rows);
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
    beginnings: packBeginnings(
      rows.flatMap(({ spellings }) => spellings),
      senses.map(([, rule]) => rule),
      vocabularies,
    ),
  };
  return { payload, forms: sorted.map(({ text }) => text), problems };
}

const CAUTIONS = { sure: SURE, likely: LIKELY, health: HEALTH, unsure: UNSURE, strict: STRICT } as const;
/** Categories of everyday words, marked only where nothing says that the page is about something else. */
const EVERYDAY: ReadonlySet<Category> = new Set(['food', 'lifestyle', 'anatomy', 'other']);
/** Categories whose plain phrases stories and news use as well: "old age", "trembling hands". */
const PLAIN: ReadonlySet<Category> = new Set([...EVERYDAY, 'symptom']);

function caution({ senses, text }: Form, category: Category): number {
  if (senses) return CAUTIONS[senses.default];
  if (EVERYDAY.has(category) && /^\p{L}+$/u.test(text)) return HEALTH;
  return PLAIN.has(category) && /^[\p{L} -]+$/u.test(text) ? LIKELY : CERTAIN;
}

/** Whether `other` begins `row`, and so would be marked alone where `row` is not stored: nonsteroidal anti-inflammatory (drug). */
const begins = (other: Row, row: Row): boolean =>
  other.words.length < row.words.length && other.words.every(({ inner }, i) => inner === row.words[i]?.inner);

/** Whether `other`, found for certain, ends `row` of the same entry ("dietary magnesium"): then `row` need not be stored. */
function covers(other: Row, row: Row): boolean {
  const { words } = row;
  const from = words.length - other.words.length;
  if (
    from <= 0 ||
    (other.form.senses && other.form.senses.default !== 'likely') ||
    other.form.case === 'exact' ||
    row.form.case === 'exact'
  )
    return false;
  const last = words.at(-1) as WordKey;
  return (
    other.words.slice(0, -1).every(({ inner }, i) => inner === words[from + i]?.inner) &&
    other.words.at(-1)?.last === last.last &&
    ((other.mask >> last.ending) & 1) === 1
  );
}

type Report = (entry: number, form: Form, message: string) => void;

function compileForm(form: Form, entry: number, reading: Reading, seed: number, report: Report): Row | undefined {
  const { start, end, gap } = readWords(form.text);
  const words = Array.from(start, (at, i) => wordKey(form.text.slice(at, end[i])));
  const joined = gap.every((kind, i) => i === 0 || linked(kind));
  if (!joined || words.length === 0 || words.length > MAX_WORDS || words.includes(undefined)) {
    const rule = `a form is up to ${MAX_WORDS} words with spaces or hyphens between`;
    report(entry, form, `"${form.text}" cannot be found on a page: ${rule}`);
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
      spellings: known.flatMap(({ plain }) => [plain, `${plain}s`]),
      mask: 1,
    };
  }
  const { key, ending } = arrangedKey(known, seed, reading);
  const keys = [key];
  const vocabulary = known.map(({ last }) => last);
  const spellings = known.map(({ plain }) => plain);
  if (gap.slice(1).includes(HYPHENATED)) {
    const together = joinHyphens(known, gap);
    if (together.length < known.length) {
      keys.push(arrangedKey(together, seed, reading).key);
      vocabulary.push(...together.map(({ last }) => last));
      spellings.push(...together.map(({ plain }) => plain));
    }
  }
  const mask = accepted(form.inflect, ending, known.at(-1)?.plain ?? '');
  const verb = form.inflect === 'verb' && known.length === 1 ? verbStem(known[0]?.plain ?? '') : undefined;
  if (verb !== undefined) {
    keys.push(phraseKey(0, { last: lastHash(verb) }, seed));
    vocabulary.push(lastHash(verb));
    spellings.push(verb);
  }
  return { form, entry, words: known, keys, vocabulary, spellings, mask };
}

/** The words with those that a hyphen parts written as one. */
function joinHyphens(words: readonly WordKey[], gap: Uint8Array): WordKey[] {
  const joined: string[] = [];
  words.forEach(({ plain }, i) => {
    const letters = /[a-z]$/.test(joined.at(-1) ?? '') && /^[a-z]/.test(plain);
    if (i > 0 && gap[i] === HYPHENATED && letters) joined[joined.length - 1] += plain;
    else joined.push(plain);
  });
  return joined.flatMap((word) => wordKey(word) ?? []);
}

/** Slots for each hash of a word of a form; a strange one that passes costs a look. */
const VOCABULARY_ROOM = 9;

function pack(
  rows: readonly Packed[],
  triggers: ScanTriggers,
  seed: number,
  entries: readonly Entry[],
  words: readonly number[],
) {
  return {
    version: (extend(0, entries.map(({ id }) => id).join()) >>> 0).toString(36),
    seed,
    ...triggers,
    vocabulary: packSieve(words, VOCABULARY_ROOM),
    ...packForms(rows),
  };
}
