/** Reads the files of `data/` for the compiler, from the command line and from the build alike. */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TextFile } from '../../core/knowledge/parse.ts';

/** The editors' handbook; every other file is for the compiler, which says so where it knows none of that name. */
const HANDBOOK = 'data/README.md';

/** Every file below `data/` of the project at `root` but the handbook and hidden ones, with paths relative to it, in a fixed order. */
export function readDataFiles(root: string): TextFile[] {
  return globSync('data/**/*', { cwd: root, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((path) => path !== HANDBOOK)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
