/** The knowledge base as text and as data for editors and other programs. */

import type { Entry, Knowledge } from '../../core/knowledge/knowledge.ts';
import { EVIDENCE } from '../../core/knowledge/schema.ts';
import { formatValue } from '../../core/knowledge/values.ts';

/** The document of `npm run knowledge -- export`. */
export function exported({ entries, sources }: Knowledge) {
  return {
    entries: entries.map((entry) => ({
      id: entry.id,
      name: entry.name,
      category: entry.category,
      aliases: entry.forms.map(({ text }) => text).filter((text) => text.toLowerCase() !== entry.name.toLowerCase()),
      mesh: entry.mesh,
      answer: entry.answer,
      facts: entry.facts.map(({ text, evidence, year, sources: ids }) => ({ text, evidence, year, sources: ids })),
      numbers: entry.numbers,
      relations: entry.relations,
      redFlags: entry.redFlags,
      reviewed: entry.reviewed,
      nextReview: entry.nextReview,
    })),
    sources: Object.entries(sources).map(([id, source]) => ({ id, ...source })),
  };
}

/** Entries whose next review lies before `today` (ISO dates), longest overdue first. */
export function overdue({ entries }: Knowledge, today: string): Entry[] {
  return entries.filter(({ nextReview }) => nextReview < today).sort((a, b) => (a.nextReview < b.nextReview ? -1 : 1));
}

/** One entry as an editor reads it on a terminal. */
export function entryAsText(entry: Entry, { sources }: Knowledge): string {
  const cite = (ids: readonly string[]) =>
    ids.map((id) => `${sources[id]?.organisation}, ${sources[id]?.year}`).join('; ');
  return [
    `${entry.name}  (${entry.category}; reviewed ${entry.reviewed}, next ${entry.nextReview})`,
    '',
    entry.answer,
    '',
    ...entry.redFlags.map(({ urgency, text, sources: ids }) => `! ${urgency}: ${text}  [${cite(ids)}]`),
    ...entry.facts.map(
      ({ topic, text, evidence, study, year, sources: ids }) =>
        `- ${topic}: ${text}\n    ${evidence}, ${study}, ${year}  [${cite(ids)}]`,
    ),
    ...entry.numbers.map(({ kind, measure, population, value, unit, converted, year, source }) => {
      const other = converted ? ` (${formatValue(converted.value)} ${converted.unit})` : '';
      return `# ${kind}${measure ? ` of ${measure}` : ''}, ${population}: ${formatValue(value)} ${unit}${other}, ${year}  [${cite([source])}]`;
    }),
    ...entry.relations.map(({ relation, name }) => `~ ${relation} ${name}`),
    '',
    `Forms: ${entry.forms.map(({ text }) => text).join(', ')}`,
  ].join('\n');
}

/** Counts, on a few lines. */
export function stats(knowledge: Knowledge): string {
  const { entries, sources } = knowledge;
  const facts = entries.flatMap((entry) => entry.facts);
  return [
    `${entries.length} entries, ${facts.length} facts, ${sum(entries, ({ numbers }) => numbers.length)} numbers, ` +
      `${sum(entries, ({ forms }) => forms.length)} forms, ${Object.keys(sources).length} sources`,
    ...tally(entries.map(({ category }) => category)).map(([category, count]) => `  ${category}: ${count}`),
    `evidence: ${EVIDENCE.map((evidence) => `${evidence} ${facts.filter((fact) => fact.evidence === evidence).length}`).join(', ')}`,
  ].join('\n');
}

/** docs/knowledge.md. */
export function report(knowledge: Knowledge): string {
  const { entries, sources } = knowledge;
  const facts = entries.flatMap((entry) => entry.facts);
  const table = (head: string, rows: readonly (readonly [string, number])[]) =>
    [`| ${head} | count |`, '|---|---|', ...rows.map(([name, count]) => `| ${name} | ${count} |`)].join('\n');
  const oldest = [...entries].sort((a, b) => (a.reviewed < b.reviewed ? -1 : 1)).slice(0, 10);
  const opened = Object.values(sources).filter(({ consulted }) => consulted !== 'not opened').length;
  return `# The knowledge base in numbers

Written by \`npm run knowledge -- report\` from \`data/\`; a test fails when it is out of date.

${entries.length} entries, ${facts.length} facts, ${sum(entries, ({ numbers }) => numbers.length)} numbers,
${sum(entries, ({ forms }) => forms.length)} forms, ${Object.keys(sources).length} sources, of which ${opened} were read in a stored copy; the
others are named as "not opened".

${table('category', tally(entries.map(({ category }) => category)))}

${table('evidence of facts', tally(facts.map(({ evidence }) => evidence)))}

${table('source organisation (facts citing it)', tally(facts.flatMap((fact) => fact.sources.map((id) => sources[id]?.organisation ?? id))).slice(0, 25))}

## Oldest reviews
${oldest.map(({ id, reviewed, nextReview }) => `- ${id}: reviewed ${reviewed}, next ${nextReview}`).join('\n')}
`;
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

/** How often each name occurs, most often first, then by name. */
function tally(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
