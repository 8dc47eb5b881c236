/** YAML text → data of a schema, with every problem placed at its file and line. */
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';

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
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        file: file.path,
        line: counter.linePos(error.pos[0]).line,
        rule: 'yaml',
        message: `${error.message} (a text with ": " or " #" in it must stand in quotes)`,
      })),
    };
  }
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
  if (issue.received === 'undefined') return `this key is missing (${issue.message})`;
  return issue.message;
}
