/**
 * The shape of every file under `data/`, as an editor writes it. `compile.ts` turns these into what ships.
 * Messages are written for an editor who is no programmer: they say what to do.
 */
import * as v from 'valibot';
import { parseValue } from './values.ts';
import { EVIDENCE, NUMBER_KINDS, RELATIONS, TOPICS, URGENCIES, type WrittenRelation } from './vocabulary.ts';

export * from './vocabulary.ts';

const text = (max: number, what: string) =>
  v.pipe(
    v.string(`${what} must be text`),
    v.trim(),
    v.minLength(1, `${what} must not be empty`),
    v.maxLength(max, `${what} must be at most ${max} characters`),
  );
/** The id of an entry, a source, a sign or a cause. */
export const IdSchema = v.pipe(
  v.string('an id must be text'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id has small letters, digits and single hyphens only'),
);
const id = IdSchema;
const date = v.pipe(
  v.string('a date is written YYYY-MM-DD'),
  v.check((written) => isDay(written), 'a date is a day of the calendar, written YYYY-MM-DD'),
);
const year = v.pipe(
  v.number('a year is a number such as 2024'),
  v.integer(),
  v.minValue(1900, 'a year before 1900 cannot be right'),
  v.maxValue(2100, 'a year after 2100 cannot be right'),
);
const words = v.array(text(60, 'a word'));
const atLeastOne = <const T extends v.GenericSchema>(item: T, message: string) =>
  v.pipe(v.array(item), v.minLength(1, message));

/** What decides whether an ambiguous form means its entry in a given place; see docs/matching.md. */
export const SenseSchema = v.strictObject({
  /** What else the form can mean, in words, for editors and for `annotate --explain`. */
  wrong: atLeastOne(text(160, 'a wrong sense'), 'name at least one wrong sense'),
  /**
   * Mark only with evidence of the health sense (default), unless there is evidence against it, only where it is certain,
   * (`sure`) everywhere but beside the words of `without`, or (`likely`) everywhere but on pages about something else.
   */
  default: v.optional(v.picklist(['unsure', 'health', 'strict', 'sure', 'likely']), 'unsure'),
  /** Words right before or after that make the sense certain. */
  with: v.exactOptional(v.strictObject({ before: v.exactOptional(words), after: v.exactOptional(words) })),
  /** Words right before or after that rule it out. */
  without: v.exactOptional(v.strictObject({ before: v.exactOptional(words), after: v.exactOptional(words) })),
  /**
   * Words anywhere near that speak for (or against) it. Of forms that are not abbreviations, a `near` counts for all where
   * two of them name it, and for none else.
   */
  near: v.exactOptional(words),
  far: v.exactOptional(words),
  /** Entries whose presence anywhere on the page speaks for it. */
  entries: v.exactOptional(v.array(id)),
});

export const FormSchema = v.union(
  [
    text(80, 'a form'),
    v.strictObject({
      text: text(80, 'a form'),
      /** `exact`: as written; `any`: in any case. Default: exact for short all-capital forms, else any. */
      case: v.exactOptional(v.picklist(['exact', 'any'])),
      /** Which table of `core/matching/inflection.ts` applies to its last word. Default: noun, none for exact case. */
      inflect: v.exactOptional(v.picklist(['noun', 'verb', 'none'])),
      senses: v.exactOptional(SenseSchema),
    }),
  ],
  'a form is text, or an object with text and any of: case, inflect, senses',
);

export const FactSchema = v.strictObject({
  topic: v.picklist(TOPICS, `topic must be one of: ${TOPICS.join(', ')}`),
  text: text(400, 'a fact'),
  evidence: v.picklist(EVIDENCE, `evidence must be one of: ${EVIDENCE.join(', ')}`),
  /** The kind of study or source named to the reader, such as "systematic review" or "guideline". */
  study: text(60, 'the kind of study'),
  year,
  sources: atLeastOne(id, 'a fact needs at least one source'),
});

const value = v.pipe(
  v.union([v.number(), v.string()], 'a value is a number or text'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseValue(dataset.value);
    if (parsed) return parsed;
    addIssue({ message: 'a value is written 400, "1.7–2.2", "< 1.7", "> 5.5" or "none set"' });
    return NEVER;
  }),
);

export const NumbersSchema = v.strictObject({
  kind: v.picklist(NUMBER_KINDS, `kind must be one of: ${NUMBER_KINDS.join(', ')}`),
  /** What is measured or eaten, when the entry's name does not say it. */
  measure: v.exactOptional(text(80, 'a measure')),
  /** Key of `core/knowledge/units.ts`: lets the build compute the other unit. */
  analyte: v.exactOptional(id),
  unit: text(24, 'a unit'),
  source: id,
  year,
  /** What an upper limit covers, such as "supplements and medicines only". */
  covers: v.exactOptional(text(120, 'what it covers')),
  note: v.exactOptional(text(200, 'a note')),
  /** population or portion → value */
  values: v.pipe(
    v.record(text(80, 'a population'), value),
    v.check((values) => Object.keys(values).length > 0, 'give at least one value'),
  ),
});

export const RedFlagSchema = v.strictObject({
  text: text(240, 'a red flag'),
  urgency: v.picklist(URGENCIES, `urgency must be one of: ${URGENCIES.join(', ')}`),
  sources: atLeastOne(id, 'a red flag needs at least one source'),
});

export const EntrySchema = v.strictObject({
  name: text(60, 'the name'),
  mesh: v.optional(v.array(v.pipe(v.string(), v.regex(/^[CD]\d{6,9}$/, 'a MeSH id looks like D008274'))), []),
  forms: atLeastOne(FormSchema, 'an entry needs at least one form'),
  /** Found by the search only, never marked on a page: descriptions and phrases people type. */
  searchWords: v.optional(v.array(text(80, 'a search phrase')), []),
  answer: text(260, 'the answer'),
  facts: v.pipe(
    v.array(FactSchema),
    v.minLength(3, 'an entry needs at least 3 facts'),
    v.maxLength(8, 'an entry has at most 8 facts'),
  ),
  numbers: v.optional(v.array(NumbersSchema), []),
  relations: v.optional(
    v.record(
      v.picklist(
        Object.keys(RELATIONS) as WrittenRelation[],
        `a relation must be one of: ${Object.keys(RELATIONS).join(', ')}`,
      ),
      atLeastOne(id, 'a relation names at least one entry'),
    ),
    {},
  ),
  redFlags: v.optional(v.array(RedFlagSchema), []),
  reviewed: date,
});
export type EntryFile = v.InferOutput<typeof EntrySchema>;
export type FormFile = v.InferOutput<typeof FormSchema>;
export type SenseFile = v.InferOutput<typeof SenseSchema>;

export const SourceSchema = v.strictObject({
  title: text(200, 'the title'),
  organisation: text(80, 'the organisation'),
  url: v.pipe(
    v.string(),
    v.url('the url must be a full address'),
    v.startsWith('https://', 'the url must start with https://'),
  ),
  year: v.union([year, v.literal('undated')], 'year is a number or "undated"'),
  /** When an editor read it, or that nobody could. */
  consulted: v.union([date, v.literal('not opened')], 'consulted is a date or "not opened"'),
});
export type Source = v.InferOutput<typeof SourceSchema>;
export const SourcesSchema = v.record(id, SourceSchema);

const vocabulary = v.array(text(40, 'a word'));
/** The vocabularies by which ambiguous forms are decided; see docs/matching.md. */
export const SensesSchema = v.strictObject({
  health: v.strictObject({ strong: vocabulary, weak: vocabulary }),
  other: vocabulary,
});
export type Vocabularies = v.InferOutput<typeof SensesSchema>;

export const CauseSchema = v.strictObject({
  name: text(60, 'the name'),
  entry: id,
  mechanism: text(300, 'the mechanism'),
  /** Felt alongside; each names a sign of the `signs` list, which the finder shows as boxes to tick. */
  accompanying: atLeastOne(id, 'name at least one accompanying sign'),
  raises: v.optional(v.array(id), []),
  lowers: v.optional(v.array(id), []),
  action: text(300, 'the recommended action'),
  evidence: v.picklist(EVIDENCE, `evidence must be one of: ${EVIDENCE.join(', ')}`),
  study: text(60, 'the kind of study'),
  year,
  sources: atLeastOne(id, 'a cause needs at least one source'),
});
export const CausesSchema = v.strictObject({
  redFlags: atLeastOne(RedFlagSchema, 'the causes need red flags above everything'),
  /** sign id → what a reader ticks, in plain words, and the entry that explains it */
  signs: v.record(
    id,
    v.strictObject({
      label: text(80, 'a label'),
      group: v.picklist(['felt', 'happened', 'known'], 'group must be one of: felt, happened, known'),
      entry: v.exactOptional(id),
      redFlag: v.optional(v.boolean(), false),
    }),
  ),
  causes: v.record(id, CauseSchema),
});
export type CausesFile = v.InferOutput<typeof CausesSchema>;

/** Whether an ISO date stands in the calendar: of the 30th of February a `Date` would make a day in March. */
function isDay(written: string): boolean {
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}
