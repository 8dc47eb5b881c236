/** `data/` → `Knowledge`, or the list of everything an editor must mend. Pure: files come in as text. */
import type { Cause, Causes, Entry, Form, Knowledge, KnownNumber, RelatedEntry } from './knowledge.ts';
import { type Parsed, type Problem, parseYaml, type TextFile } from './parse.ts';
import {
  CATEGORIES,
  type Category,
  type CausesFile,
  CausesSchema,
  type EntryFile,
  EntrySchema,
  type FormFile,
  RELATIONS,
  REQUIRED_TOPICS,
  type Relation,
  SensesSchema,
  type Source,
  SourcesSchema,
  type WrittenRelation,
} from './schema.ts';
import { convert } from './units.ts';

export interface Compiled {
  readonly knowledge: Knowledge;
  /** Empty when all is well; what `knowledge` holds is complete only then. */
  readonly problems: readonly Problem[];
}

const ENTRY_PATH = /^data\/terms\/([^/]+)\/([^/]+)\.yaml$/;
/** Months until the next review: medicines and entries with limits age faster. */
const REVIEW_MONTHS = { fast: 12, slow: 36 };

/** Compiles the files below `data/`; files it does not know are problems too. */
export function compile(files: readonly TextFile[]): Compiled {
  const problems: Problem[] = [];
  const entries = new Map<string, { category: Category; parsed: Parsed<EntryFile> }>();
  let sources: Record<string, Source> = {};
  let sourcesFile: Parsed<Record<string, Source>> | undefined;
  let causesFile: Parsed<CausesFile> | undefined;
  let vocabularies: Knowledge['vocabularies'] = { health: { strong: [], weak: [] }, other: [] };

  const parse = <T extends Parameters<typeof parseYaml>[1]>(file: TextFile, schema: T) => {
    const result = parseYaml(file, schema);
    if ('parsed' in result) return result.parsed;
    problems.push(...result.problems);
    return undefined;
  };

  for (const file of files) {
    const match = ENTRY_PATH.exec(file.path);
    if (match) {
      const [, category, id] = match as unknown as [string, string, string];
      if (!CATEGORIES.includes(category as Category)) {
        problems.push({
          file: file.path,
          line: 1,
          rule: 'category',
          message: `"${category}" is no category; the folders are ${CATEGORIES.join(', ')}`,
        });
        continue;
      }
      const other = entries.get(id);
      if (other) {
        problems.push({
          file: file.path,
          line: 1,
          rule: 'unique-id',
          message: `${other.parsed.file} has this id already`,
        });
        continue;
      }
      const parsed = parse(file, EntrySchema);
      if (parsed) entries.set(id, { category: category as Category, parsed });
    } else if (file.path === 'data/sources.yaml') {
      sourcesFile = parse(file, SourcesSchema);
      sources = sourcesFile?.data ?? {};
    } else if (file.path === 'data/senses.yaml') {
      vocabularies = parse(file, SensesSchema)?.data ?? vocabularies;
    } else if (file.path === 'data/causes.yaml') {
      causesFile = parse(file, CausesSchema);
    }
  }

  const name = (id: string) => entries.get(id)?.parsed.data.name;
  const relations = collectRelations(entries, problems);
  const compiled = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { category, parsed }]): Entry => {
      const { data } = parsed;
      const report = (path: readonly PropertyKey[], rule: string, message: string) =>
        problems.push({ file: parsed.file, line: parsed.lineOf(path), rule, message });
      checkSources(data, sources, report);
      for (const topic of REQUIRED_TOPICS[category] ?? []) {
        if (!data.facts.some((fact) => fact.topic === topic)) {
          report(['facts'], 'topics', `a ${category} entry needs a fact with topic "${topic}"`);
        }
      }
      for (const [index, form] of data.forms.entries()) {
        const senses = typeof form === 'string' ? undefined : form.senses;
        for (const other of senses?.entries ?? []) {
          if (!entries.has(other)) report(['forms', index], 'entry-exists', `there is no entry "${other}"`);
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
      vocabularies,
      causes: compileCauses(causesFile, entries, sources, problems),
    },
    problems: problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
  };
}

type Report = (path: readonly PropertyKey[], rule: string, message: string) => void;

function checkSources(data: EntryFile, sources: Record<string, Source>, report: Report): void {
  const check = (id: string, path: readonly PropertyKey[]) => {
    if (!(id in sources)) report(path, 'source-exists', `there is no source "${id}" in data/sources.yaml`);
  };
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
function collectRelations(
  entries: ReadonlyMap<string, { parsed: Parsed<EntryFile> }>,
  problems: Problem[],
): Map<string, { relation: Relation; id: string }[]> {
  const relations = new Map<string, { relation: Relation; id: string }[]>();
  const add = (from: string, relation: Relation, to: string) => {
    const list = relations.get(from) ?? [];
    if (!list.some((other) => other.relation === relation && other.id === to)) list.push({ relation, id: to });
    relations.set(from, list);
  };
  for (const [id, { parsed }] of entries) {
    for (const [relation, targets] of Object.entries(parsed.data.relations) as [WrittenRelation, string[]][]) {
      for (const target of targets) {
        const line = parsed.lineOf(['relations', relation]);
        if (target === id) {
          problems.push({ file: parsed.file, line, rule: 'relation', message: 'an entry cannot be related to itself' });
        } else if (!entries.has(target)) {
          problems.push({ file: parsed.file, line, rule: 'entry-exists', message: `there is no entry "${target}"` });
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

function compileCauses(
  parsed: Parsed<CausesFile> | undefined,
  entries: ReadonlyMap<string, unknown>,
  sources: Record<string, Source>,
  problems: Problem[],
): Causes {
  if (!parsed) return { redFlags: [], signs: [], causes: [] };
  const { data } = parsed;
  const report: Report = (path, rule, message) =>
    problems.push({ file: parsed.file, line: parsed.lineOf(path), rule, message });
  const checkEntry = (id: string | undefined, path: readonly PropertyKey[]) => {
    if (id !== undefined && !entries.has(id)) report(path, 'entry-exists', `there is no entry "${id}"`);
  };
  const checkAll = (ids: readonly string[], known: object, path: readonly PropertyKey[], rule: string) => {
    for (const id of ids) if (!(id in known)) report(path, rule, `"${id}" is not known`);
  };
  for (const [id, sign] of Object.entries(data.signs)) checkEntry(sign.entry, ['signs', id]);
  for (const [i, flag] of data.redFlags.entries()) checkAll(flag.sources, sources, ['redFlags', i], 'source-exists');
  const causes = Object.entries(data.causes).map(([id, cause]): Cause => {
    checkEntry(cause.entry, ['causes', id, 'entry']);
    checkAll(cause.sources, sources, ['causes', id, 'sources'], 'source-exists');
    for (const key of ['accompanying', 'raises', 'lowers'] as const) {
      checkAll(cause[key], data.signs, ['causes', id, key], 'sign-exists');
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
