/** The project's own knowledge base, compiled once for all the files of a worker. */
import { compile } from '../../../core/knowledge/compile.ts';
import { compileLexicon } from '../../../core/matching/compile.ts';
import { readDataFiles } from '../../../scripts/lib/data-files.ts';

export const files = readDataFiles(process.cwd());
export const { knowledge, problems } = compile(files);
export const lexicon = compileLexicon(knowledge);
