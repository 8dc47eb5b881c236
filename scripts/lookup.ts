/** `npm run -s lookup`: JSON lines `{"id","query"}` in, `{"id","results":["entry-id", …]}` out, as the popup ranks them. */
import { createInterface } from 'node:readline';
import { compile } from '../core/knowledge/compile.ts';
import { buildIndex } from '../core/search/prebuilt.ts';
import { createSearch } from '../core/search/search.ts';
import { readDataFiles } from './lib/data-files.ts';

const search = createSearch(buildIndex(compile(readDataFiles(process.cwd())).knowledge.entries));
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, query } = JSON.parse(line) as { id: unknown; query: unknown };
  const results = search(String(query)).map((found) => found.id);
  process.stdout.write(`${JSON.stringify({ id, results })}\n`);
}
