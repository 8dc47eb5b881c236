/** Build time: the forms of all entries → the lexicon that ships. */
import type { Entry, Form } from '../knowledge/knowledge.ts';
import { BitWriter, riceBits } from './bits.ts';
import { extend } from './hash.ts';
import { accepted, surfaces } from './inflection.ts';
import { appendExact, appendInner, exactKey, formKey, MAX_LENGTH, type WordKey, wordKey } from './keys.ts';
import {
  CUE_BITS,
  KEY_BITS,
  type LexiconPayload,
  SENSE_BITS,
  type SenseRule,
  TRIGGER_BITS,
  TRIGGER_LENGTH,
  triggerSlot,
} from './lexicon.ts';
import { MAX_WORDS } from './matcher.ts';
import { cueOf } from './senses.ts';
import { GLUED, HYPHENATED, LINK, readWords } from './words.ts';

export interface CompiledLexicon {
  readonly payload: LexiconPayload;
  /** Forms that cannot be found or that two entries claim, in words. */
  readonly problems: readonly string[];
}

interface Row {
  readonly key: number;
  readonly entry: number;
  readonly words: number;
  readonly loose: boolean;
  mask: number;
  readonly sense: number;
  readonly text: string;
}

/** Compiles the lexicon; `entries` are sorted by id, as `Match.entry` counts them. */
export function compileLexicon(entries: readonly Entry[]): CompiledLexicon {
  const problems: string[] = [];
  const seed = 1;
  const rows = new Map<number, Row>();
  const senses: SenseRule[] = [];
  const senseIndex = new Map<string, number>();
  const ids = new Map(entries.map(({ id }, i) => [id, i]));
  const parts: string[][][] = [];
  for (const [entry, { id, forms }] of entries.entries()) {
    for (const form of forms) {
      const row = compileForm(form, entry, seed, problems);
      if (!row) continue;
      const rule = form.senses && compileSense(form.senses, ids);
      const json = JSON.stringify(rule);
      let sense = -1;
      if (rule) {
        sense = senseIndex.get(json) ?? senses.push(rule) - 1;
        senseIndex.set(json, sense);
      }
      const other = rows.get(row.key);
      if (other && other.entry !== entry) {
        problems.push(`"${form.text}" of ${id} is also "${other.text}" of ${entries[other.entry]?.id}`);
        continue;
      }
      if (other) other.mask |= row.mask;
      else rows.set(row.key, { ...row, sense });
      parts.push(variants(form, row.mask));
    }
  }
  return { payload: pack([...rows.values()], chooseTriggers(parts), seed, senses, entries), problems };
}

function compileForm(form: Form, entry: number, seed: number, problems: string[]): Row | undefined {
  const { start, end, gap } = readWords(form.text);
  const keys = start.map((at, i) => wordKey(form.text.slice(at, end[i])));
  const linked = gap.every((kind, i) => i === 0 || kind === GLUED || kind === LINK || kind === HYPHENATED);
  if (
    !linked ||
    keys.length === 0 ||
    keys.length > MAX_WORDS ||
    keys.includes(undefined) ||
    form.text.length > MAX_LENGTH / 2
  ) {
    problems.push(`"${form.text}" cannot be found: a form is up to ${MAX_WORDS} words with spaces or hyphens between`);
    return undefined;
  }
  const known = keys as WordKey[];
  const last = known.at(-1) as WordKey;
  const inner = known.slice(0, -1).reduce(appendInner, 0);
  const exact = form.case === 'exact';
  return {
    key: exact ? exactKey(known.reduce(appendExact, 0), seed) : formKey(inner, last, seed),
    entry,
    words: known.length,
    loose: gap.slice(1).includes(HYPHENATED),
    mask: exact ? 1 : accepted(form.inflect, last.ending),
    sense: -1,
    text: form.text,
  };
}

function compileSense(senses: NonNullable<Form['senses']>, ids: ReadonlyMap<string, number>): SenseRule {
  const cues = (words: readonly string[] | undefined) => words?.map(cue);
  const pick = {
    d: senses.default === 'health' ? (1 as const) : undefined,
    wb: cues(senses.with?.before),
    wa: cues(senses.with?.after),
    nb: cues(senses.without?.before),
    na: cues(senses.without?.after),
    near: cues(senses.near),
    far: cues(senses.far),
    e: senses.entries?.flatMap((id) => ids.get(id) ?? []),
  };
  return Object.fromEntries(Object.entries(pick).filter(([, value]) => value !== undefined)) as SenseRule;
}

function cue(text: string): number {
  const { start, end } = readWords(text);
  return (
    cueOf(
      start.map((at, i) => wordKey(text.slice(at, end[i]))),
      0,
      start.length,
    ) %
    2 ** CUE_BITS
  );
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
  return ways.map((way) => way.map((run, i) => prefixes(run, i === way.length - 1 ? allowed : 0b11).join(' ')));
}

/** The different beginnings of a run in all its spellings. */
function prefixes(run: string, mask: number): string[] {
  return [...new Set(surfaces(run, mask).map((surface) => surface.slice(0, TRIGGER_LENGTH)))];
}

/** A small set of beginnings such that each way of each form has one among its runs; common words are avoided. */
function chooseTriggers(forms: readonly (readonly (readonly string[])[])[]): Set<string> {
  const chosen = new Set<string>();
  const cost = (run: string) =>
    run.split(' ').filter((prefix) => !chosen.has(prefix)).length * (run.length < 5 ? 4 : 1);
  const ways = forms.flat().sort((a, b) => a.length - b.length);
  for (const way of ways) {
    const [best] = [...way].sort((a, b) => cost(a) - cost(b) || b.length - a.length);
    for (const prefix of best?.split(' ') ?? []) chosen.add(prefix);
  }
  return chosen;
}

function pack(
  rows: Row[],
  triggers: ReadonlySet<string>,
  seed: number,
  senses: readonly SenseRule[],
  entries: readonly Entry[],
): LexiconPayload {
  const slots = [...new Set([...triggers].map((prefix) => triggerSlot(extend(0, prefix))))].sort((a, b) => a - b);
  rows.sort((a, b) => a.key - b.key);
  const uses = new Map<number, number>();
  for (const { mask } of rows) uses.set(mask, (uses.get(mask) ?? 0) + 1);
  const masks = [...uses].sort((a, b) => b[1] - a[1]).map(([mask]) => mask);
  const entryBits = Math.max(1, Math.ceil(Math.log2(entries.length)));
  const writer = new BitWriter();
  const triggerRice = riceBits(slots.length, TRIGGER_BITS);
  for (const [i, slot] of slots.entries()) writer.writeRice(slot - (slots[i - 1] ?? 0), triggerRice);
  const keyRice = riceBits(rows.length, KEY_BITS);
  rows.forEach((row, i) => {
    writer.writeRice(row.key - (rows[i - 1]?.key ?? 0), keyRice);
    writer.write(row.entry, entryBits);
    writer.writeRice(row.words - 1, 0);
    writer.write(row.loose ? 1 : 0, 1);
    writer.writeRice(masks.indexOf(row.mask), 0);
    writer.write(row.sense >= 0 ? 1 : 0, 1);
    if (row.sense >= 0) writer.write(row.sense, SENSE_BITS);
  });
  const version = (extend(0, entries.map(({ id }) => id).join()) >>> 0).toString(36);
  return { version, seed, forms: rows.length, triggers: slots.length, entryBits, bits: writer.finish(), masks, senses };
}
