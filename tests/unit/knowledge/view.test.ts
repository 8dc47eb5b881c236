/** What ships of the knowledge base beside the entries themselves. */
import { expect, it } from 'vitest';
import { packHeadlines, unpackHeadlines } from '../../../core/knowledge/headlines.ts';
import { causesViewOf, viewOf } from '../../../core/knowledge/view.ts';
import { knowledge } from '../support/knowledge.ts';

const { entries, sources, causes } = knowledge;

it('an entry comes with every source that it cites and no other', () => {
  for (const entry of entries) {
    const cited = [
      ...entry.facts.flatMap((fact) => fact.sources),
      ...entry.redFlags.flatMap((flag) => flag.sources),
      ...entry.numbers.map((number) => number.source),
    ];
    const view = viewOf(entry, sources);
    expect(Object.keys(view.cited).sort(), entry.id).toEqual([...new Set(cited)].sort());
    for (const [id, source] of Object.entries(view.cited)) expect(source).toBe(sources[id]);
  }
});

it('so does the table of causes', () => {
  const cited = [...causes.redFlags, ...causes.causes].flatMap((cites) => cites.sources);
  expect(Object.keys(causesViewOf(causes, sources).cited).sort()).toEqual([...new Set(cited)].sort());
});

it('headlines unpack to what lists show of each entry, in the order of the entries', () => {
  const shown = entries.map(({ id, name, category }) => ({ id, name, category }));
  expect(unpackHeadlines(packHeadlines(entries))).toEqual(shown);
});
