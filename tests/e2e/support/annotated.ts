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
  matches: v.array(v.object({ start: v.number(), term: v.string(), part: v.optional(v.boolean(), false) })),
});
type Match = v.InferOutput<typeof LINE>['matches'][number];

/** The mentions in what is rendered of each text, without the parts of a mark: those a page does not mark. */
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
    const { text, rendered } = texts[Number(id)] as PageText;
    const lineAt = (offset: number) => text.slice(0, offset).split('\n').length - 1;
    found[Number(id)] = count(matches.filter(({ start, part }) => !part && rendered[lineAt(start)]));
  }
  return found;
}

function count(matches: readonly Match[]): Counts {
  const counts: Record<string, number> = {};
  for (const { term } of matches) counts[term] = (counts[term] ?? 0) + 1;
  return counts;
}
