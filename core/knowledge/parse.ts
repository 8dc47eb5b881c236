/** YAML text → data of a schema, with every problem placed at its file and line. */
import * as v from 'valibot';
import { type ErrorCode, LineCounter, parseDocument, visit } from 'yaml';

/** One thing an editor must mend: `rule` names the check, `message` says what to do. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export interface TextFile {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A parsed file: `lineOf` gives the line (from 1) of the node at a path of keys, or of its nearest parent. */
export interface Parsed<T> {
  readonly file: string;
  readonly data: T;
  lineOf(path: readonly PropertyKey[]): number;
}

/** What to do about what the parser of YAML found, where its own words do not say it. */
const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a text with ": " in it must stand in quotes',
  BAD_SCALAR_START: 'a text that begins with a sign must stand in quotes',
  DUPLICATE_KEY: 'this key was given above already',
  TAB_AS_INDENT: 'use spaces',
  UNEXPECTED_TOKEN: 'put the whole text in quotes',
};

/** A problem as one line of text: where it is, what to do, which check says so. */
export const sayProblem = ({ file, line, rule, message }: Problem): string => `${file}:${line}: ${message} [${rule}]`;

/** `Parsed` where the file follows `schema`, else everything that is wrong with it. */
export function parseYaml<TSchema extends v.GenericSchema>(
  file: TextFile,
  schema: TSchema,
): { parsed: Parsed<v.InferOutput<TSchema>> } | { problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter, prettyErrors: false });
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
      if (range) return counter.linePos(range[0]).line;
    }
    return 1;
  };
  const refused = (line: number, message: string): { problems: Problem[] } => ({
    problems: [{ file: file.path, line, rule: 'yaml', message }],
  });
  // What follows the first error of a text follows from it.
  const [error] = document.errors;
  if (error) {
    const advice = ADVICE[error.code];
    return refused(counter.linePos(error.pos[0]).line, advice ? `${error.message}: ${advice}` : error.message);
  }
  if (document.contents === null) return refused(1, 'the file is empty');
  let alias: number | undefined;
  visit(document, {
    Alias(_key, { range }) {
      alias = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (alias !== undefined)
    return refused(counter.linePos(alias).line, 'a text that begins with * must stand in quotes');
  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { parsed: { file: file.path, data: result.output, lineOf } };
  return {
    problems: result.issues.map((issue) => {
      const path = issue.path?.map((item) => item.key as PropertyKey) ?? [];
      const where = path.length > 0 ? `${path.join('.')}: ` : '';
      return { file: file.path, line: lineOf(path), rule: 'schema', message: where + explain(issue) };
    }),
  };
}

function explain(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'this key is not known here; is it misspelt or in the wrong place?';
  if (issue.received === 'undefined') return 'this key is missing';
  return issue.message;
}
