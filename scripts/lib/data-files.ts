/** Reads the files of `data/` for the compiler, from the command line and from the build alike. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from '../../core/knowledge/parse.ts';

/** Every YAML file below `data/` of the project at `root`, with paths relative to it, in a fixed order. */
export function readDataFiles(root: string): TextFile[] {
  return globSync('data/**/*.yaml', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
