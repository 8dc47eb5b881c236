/** `npm run -s lookup`: JSON lines `{"id","query"}` in, `{"id","results":["entry-id", …]}` out, as the popup ranks them. */
import { compile } from '../core/knowledge/compile.ts';
import { buildIndex } from '../core/search/prebuilt.ts';
import { createSearch } from '../core/search/search.ts';
import { readDataFiles } from './lib/data-files.ts';
import { jsonLines } from './lib/json-lines.ts';

const search = createSearch(buildIndex(compile(readDataFiles(process.cwd())).knowledge.entries));
for await (const item of jsonLines({ id: 1, query: 'charley ho' })) {
  const { id, query } = item as { id?: unknown; query?: unknown };
  const results = search(String(query ?? '')).map((found) => found.id);
  process.stdout.write(`${JSON.stringify({ id, results })}\n`);
}
