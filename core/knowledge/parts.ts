/** The parts of a compound: of "magnesium deficiency" the entry on magnesium, so that both are at hand. */
import type { RelatedEntry, Relation } from './knowledge.ts';
import type { EntryView } from './view.ts';

/** Relations that a name of two parts expresses. */
const OF: ReadonlySet<Relation> = new Set(['deficiency of', 'excess of']);

/** The related entries that `text`, as it stands on the page, is made of; each once, without the entry itself. */
export function partsOf(entry: EntryView, text: string): RelatedEntry[] {
  const words = ` ${plain(text)} `;
  const parts = new Map<string, RelatedEntry>();
  for (const related of entry.relations) {
    const named = words.trim() !== plain(related.name) && words.includes(` ${plain(related.name)} `);
    if (OF.has(related.relation) || named) parts.set(related.id, parts.get(related.id) ?? related);
  }
  return [...parts.values()];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
