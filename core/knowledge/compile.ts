/** `data/` → `Knowledge`, or the list of everything an editor must mend. Pure: files come in as text. */
import type { Remark } from './editorial.ts';
import { type DataFiles, parseFiles } from './files.ts';
import type { Cause, Causes, Entry, Form, Knowledge, KnownNumber, RelatedEntry } from './knowledge.ts';
import type { Problem, TextFile } from './parse.ts';
import {
  type EntryFile,
  type FormFile,
  RELATIONS,
  REQUIRED_TOPICS,
  type Relation,
  type WrittenRelation,
} from './schema.ts';
import { convert } from './units.ts';

export interface Compiled {
  readonly knowledge: Knowledge;
  /** Empty when all is well; what `knowledge` holds is complete only then. */
  readonly problems: readonly Problem[];
  /** A remark as a problem, at its file and line. */
  placed(remark: Remark): Problem;
}

/** Months until the next review: medicines and entries with limits age faster. */
const REVIEW_MONTHS = { fast: 12, slow: 36 };

/** Compiles the files below `data/`; files that it does not know are problems too. */
export function compile(files: readonly TextFile[]): Compiled {
  const problems: Problem[] = [];
  const read = parseFiles(files, problems);
  const { entries } = read;
  const sources = read.sources?.data ?? {};
  const name = (id: string) => entries.get(id)?.parsed.data.name;
  const relations = collectRelations(read, problems);
  const compiled = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { category, parsed }]): Entry => {
      const { data } = parsed;
      const report = (path: readonly PropertyKey[], rule: string, message: string) =>
        problems.push({ file: parsed.file, line: parsed.lineOf(path), rule, message });
      checkSources(data, read, report);
      for (const topic of REQUIRED_TOPICS[category] ?? []) {
        if (!data.facts.some((fact) => fact.topic === topic)) {
          report(['facts'], 'topics', `a ${category} entry needs a fact with topic "${topic}"`);
        }
      }
      for (const [index, form] of data.forms.entries()) {
        const senses = typeof form === 'string' ? undefined : form.senses;
        for (const other of senses?.entries ?? []) {
          if (!isEntry(other, read)) report(['forms', index], 'entry-exists', noEntry(other));
        }
      }
      const related = (relations.get(id) ?? []).flatMap((relation): RelatedEntry[] => {
        const otherName = name(relation.id);
        return otherName === undefined ? [] : [{ ...relation, name: otherName }];
      });
      const aging = category === 'medicine' || data.numbers.some(({ kind }) => kind === 'UL' || kind === 'EU UL');
      return {
        id,
        name: data.name,
        category,
        mesh: data.mesh,
        forms: data.forms.map(compileForm),
        searchWords: data.searchWords,
        answer: data.answer,
        facts: data.facts,
        numbers: data.numbers.flatMap(flattenNumbers),
        relations: related,
        redFlags: data.redFlags,
        reviewed: data.reviewed,
        nextReview: addMonths(data.reviewed, aging ? REVIEW_MONTHS.fast : REVIEW_MONTHS.slow),
      };
    });

  return {
    knowledge: {
      entries: compiled,
      sources,
      vocabularies: read.senses?.data ?? { health: { strong: [], weak: [] }, other: [] },
      causes: compileCauses(read, problems),
    },
    problems: problems.sort(byPlace),
    placed({ entry, path, rule, message }) {
      const parsed = entry === undefined ? read.sources : entries.get(entry)?.parsed;
      return { file: parsed?.file ?? 'data', line: parsed?.lineOf(path) ?? 1, rule, message };
    },
  };
}

/** In the order of files and lines. */
export const byPlace = (a: Problem, b: Problem): number => a.file.localeCompare(b.file) || a.line - b.line;

type Report = (path: readonly PropertyKey[], rule: string, message: string) => void;

/** Whether `id` names an entry, be its file as broken as it may. */
const isEntry = (id: string, { entries, broken }: DataFiles): boolean => entries.has(id) || broken.has(id);
const noEntry = (id: string): string => `there is no entry "${id}"; its file would be data/terms/<category>/${id}.yaml`;

/** Reports a source that is not listed. Where the list itself is broken, that is what is to be mended. */
function checkSource(id: string, { sources }: DataFiles, path: readonly PropertyKey[], report: Report): void {
  if (sources && !Object.hasOwn(sources.data, id))
    report(path, 'source-exists', `there is no source "${id}" in data/sources.yaml`);
}

function checkSources(data: EntryFile, files: DataFiles, report: Report): void {
  const check = (id: string, path: readonly PropertyKey[]) => checkSource(id, files, path, report);
  for (const [i, fact] of data.facts.entries()) for (const id of fact.sources) check(id, ['facts', i, 'sources']);
  for (const [i, flag] of data.redFlags.entries()) for (const id of flag.sources) check(id, ['redFlags', i, 'sources']);
  for (const [i, number] of data.numbers.entries()) {
    check(number.source, ['numbers', i, 'source']);
    const sample = Object.values(number.values)[0];
    if (number.analyte !== undefined && sample && !convert(number.analyte, sample, number.unit)) {
      report(
        ['numbers', i, 'analyte'],
        'unit',
        `core/knowledge/units.ts has no conversion of "${number.analyte}" from ${number.unit}`,
      );
    }
  }
}

/** Every relation from both ends: what `a` says of `b` is what `b` shows of `a`, by construction. */
function collectRelations(files: DataFiles, problems: Problem[]): Map<string, { relation: Relation; id: string }[]> {
  const relations = new Map<string, { relation: Relation; id: string }[]>();
  const add = (from: string, relation: Relation, to: string) => {
    const list = relations.get(from) ?? [];
    if (!list.some((other) => other.relation === relation && other.id === to)) list.push({ relation, id: to });
    relations.set(from, list);
  };
  for (const [id, { parsed }] of files.entries) {
    for (const [relation, targets] of Object.entries(parsed.data.relations) as [WrittenRelation, string[]][]) {
      for (const target of targets) {
        const line = parsed.lineOf(['relations', relation]);
        if (target === id) {
          problems.push({ file: parsed.file, line, rule: 'relation', message: 'an entry cannot be related to itself' });
        } else if (!isEntry(target, files)) {
          problems.push({ file: parsed.file, line, rule: 'entry-exists', message: noEntry(target) });
        } else {
          add(id, relation, target);
          add(target, RELATIONS[relation], id);
        }
      }
    }
  }
  return relations;
}

/** A form with its defaults: short all-capital forms count only as written and take no ending. */
function compileForm(form: FormFile): Form {
  const written = typeof form === 'string' ? { text: form } : form;
  const isSymbol =
    written.text.length <= 6 && /^[A-Z][A-Za-z]?[A-Z0-9+-]*$/.test(written.text) && /[A-Z]/.test(written.text);
  const letterCase = written.case ?? (isSymbol ? 'exact' : 'any');
  return {
    text: written.text,
    case: letterCase,
    inflect: written.inflect ?? (letterCase === 'exact' ? 'none' : 'noun'),
    ...('senses' in written && written.senses && { senses: written.senses }),
  };
}

function flattenNumbers(written: EntryFile['numbers'][number]): KnownNumber[] {
  const { values, analyte, ...shared } = written;
  return Object.entries(values).map(([population, value]) => {
    const converted = analyte === undefined ? undefined : convert(analyte, value, written.unit);
    return { ...shared, population, value, ...(converted && { converted }) };
  });
}

function compileCauses(files: DataFiles, problems: Problem[]): Causes {
  const { causes: parsed } = files;
  if (!parsed) return { redFlags: [], signs: [], causes: [] };
  const { data } = parsed;
  const report: Report = (path, rule, message) =>
    problems.push({ file: parsed.file, line: parsed.lineOf(path), rule, message });
  const checkEntry = (id: string | undefined, path: readonly PropertyKey[]) => {
    if (id !== undefined && !isEntry(id, files)) report(path, 'entry-exists', noEntry(id));
  };
  const checkSources = (ids: readonly string[], path: readonly PropertyKey[]) => {
    for (const id of ids) checkSource(id, files, path, report);
  };
  for (const [id, sign] of Object.entries(data.signs)) checkEntry(sign.entry, ['signs', id]);
  for (const [i, flag] of data.redFlags.entries()) checkSources(flag.sources, ['redFlags', i]);
  const causes = Object.entries(data.causes).map(([id, cause]): Cause => {
    checkEntry(cause.entry, ['causes', id, 'entry']);
    checkSources(cause.sources, ['causes', id, 'sources']);
    for (const key of ['accompanying', 'raises', 'lowers'] as const) {
      for (const sign of cause[key]) {
        if (!Object.hasOwn(data.signs, sign))
          report(['causes', id, key], 'sign-exists', `there is no sign "${sign}" in the list "signs" of this file`);
      }
    }
    return { id, ...cause };
  });
  return { redFlags: data.redFlags, signs: Object.entries(data.signs).map(([id, sign]) => ({ id, ...sign })), causes };
}

function addMonths(date: string, months: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  return moved.toISOString().slice(0, 10);
}
