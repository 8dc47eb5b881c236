/** The project's own source files and what they import, for tests about the whole of them. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** Paths within the project, or names of packages and built-in modules; types' as well. */
  readonly imports: readonly string[];
  /** Those that are still there when the types are gone. */
  readonly needed: readonly string[];
}

/** Every TypeScript file below the rooms named. */
export function sourceFiles(rooms: readonly string[]): SourceFile[] {
  return globSync(`{${rooms.join(',')}}/**/*.{ts,tsx}`, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(read);
}

/** A file and all that it needs, however far away; packages are named and not followed. */
export function closure(path: string, seen = new Map<string, SourceFile>()): Map<string, SourceFile> {
  if (seen.has(path)) return seen;
  const file = read(path);
  seen.set(path, file);
  for (const target of file.needed) if (isOwn(target)) closure(target, seen);
  return seen;
}

/** Whether an import is of a script of the project. */
export function isOwn(target: string): boolean {
  return /^(core|components|entrypoints|modules|scripts|tests)\/.*\.tsx?$/.test(target);
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const { staticImports, staticExports } = parseSync(path, text).module;
  const inProject = (target: string) => (target.startsWith('.') ? posix.join(dirname(path), target) : target);
  const imports = staticImports.map(({ moduleRequest, entries }) => ({
    target: inProject(moduleRequest.value),
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const passedOn = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ target: inProject(moduleRequest.value), isType }] : [],
    ),
  );
  const all = [...imports, ...passedOn];
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    imports: all.map(({ target }) => target),
    needed: all.filter(({ isType }) => !isType).map(({ target }) => target),
  };
}
