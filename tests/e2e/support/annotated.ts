/** What `npm run annotate` finds: the same matcher over text instead of a page. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import type { PageText } from './page-text.ts';
import { ROOT } from './world.ts';

/** Mentions by entry. */
export type Counts = Readonly<Record<string, number>>;

const LINE = v.object({
  id: v.string(),
  matches: v.array(v.object({ term: v.string(), part: v.optional(v.boolean(), false) })),
});
type Match = v.InferOutput<typeof LINE>['matches'][number];

/** The mentions in each text, without the parts of a mark: those a page does not mark. */
export function annotated(texts: readonly PageText[]): Counts[] {
  const items = texts.map(({ lang, text }, id) => JSON.stringify({ id: String(id), text, ...(lang && { lang }) }));
  const output = execFileSync(process.execPath, [join(ROOT, 'scripts/annotate.ts')], {
    input: items.join('\n'),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const found: Counts[] = texts.map(() => ({}));
  for (const line of output.trim().split('\n')) {
    const { id, matches } = v.parse(LINE, JSON.parse(line));
    found[Number(id)] = count(matches.filter(({ part }) => !part));
  }
  return found;
}

function count(matches: readonly Match[]): Counts {
  const counts: Record<string, number> = {};
  for (const { term } of matches) counts[term] = (counts[term] ?? 0) + 1;
  return counts;
}
