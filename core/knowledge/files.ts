/** The files of `data/`, each parsed by the schema of its place. */
import * as v from 'valibot';
import { type Parsed, type Problem, parseYaml, type TextFile } from './parse.ts';
import {
  CATEGORIES,
  type Category,
  type CausesFile,
  CausesSchema,
  type EntryFile,
  EntrySchema,
  IdSchema,
  SensesSchema,
  type Source,
  SourcesSchema,
  type Vocabularies,
} from './schema.ts';

/** What stands in `data/`. Where one of the single files is missing or broken, a problem says so. */
export interface DataFiles {
  /** By id. */
  readonly entries: ReadonlyMap<string, { readonly category: Category; readonly parsed: Parsed<EntryFile> }>;
  /** Ids of entries whose file is there and broken: who names one of them makes no mistake. */
  readonly broken: ReadonlySet<string>;
  readonly sources: Parsed<Record<string, Source>> | undefined;
  readonly senses: Parsed<Vocabularies> | undefined;
  readonly causes: Parsed<CausesFile> | undefined;
}

const ENTRY_PATH = /^data\/terms\/([^/]+)\/([^/]+)\.yaml$/;
const SOURCES = 'data/sources.yaml';
const SENSES = 'data/senses.yaml';
const CAUSES = 'data/causes.yaml';
/** Read by the tests, each by a schema of its own. */
const REFERENCE = /^data\/reference\/[^/]+\.yaml$/;

/** Parses `files` and adds what is wrong with them to `problems`, a file that has no place among them included. */
export function parseFiles(files: readonly TextFile[], problems: Problem[]): DataFiles {
  const entries = new Map<string, { category: Category; parsed: Parsed<EntryFile> }>();
  const broken = new Set<string>();
  const report = (file: string, rule: string, message: string) => problems.push({ file, line: 1, rule, message });
  const parse = <TSchema extends v.GenericSchema>(file: TextFile, schema: TSchema) => {
    const result = parseYaml(file, schema);
    if ('parsed' in result) return result.parsed;
    problems.push(...result.problems);
    return undefined;
  };
  const single = <TSchema extends v.GenericSchema>(path: string, schema: TSchema) => {
    const file = files.find((candidate) => candidate.path === path);
    if (file) return parse(file, schema);
    report(path, 'file', 'this file is missing');
    return undefined;
  };

  for (const file of files) {
    const { path } = file;
    const [, category, id] = ENTRY_PATH.exec(path) ?? [];
    if (category === undefined || id === undefined) {
      if (![SOURCES, SENSES, CAUSES].includes(path) && !REFERENCE.test(path)) {
        report(path, 'file', 'no file is expected here; an entry is data/terms/<category>/<id>.yaml');
      }
    } else if (!isCategory(category)) {
      report(path, 'category', `"${category}" is no category; the folders are ${CATEGORIES.join(', ')}`);
      broken.add(id);
    } else if (!v.is(IdSchema, id)) {
      report(path, 'id', `"${id}" is no id: name the file with small letters, digits and single hyphens`);
    } else if (entries.has(id)) {
      report(path, 'unique-id', `${entries.get(id)?.parsed.file} has this id already`);
    } else {
      const parsed = parse(file, EntrySchema);
      if (parsed) entries.set(id, { category, parsed });
      else broken.add(id);
    }
  }
  return {
    entries,
    broken,
    sources: single(SOURCES, SourcesSchema),
    senses: single(SENSES, SensesSchema),
    causes: single(CAUSES, CausesSchema),
  };
}

const isCategory = (name: string): name is Category => CATEGORIES.some((category) => category === name);
