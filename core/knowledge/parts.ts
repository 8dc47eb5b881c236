/** The parts of a compound: of "magnesium deficiency" the entry on magnesium, so that both are at hand. */
import type { Entry, RelatedEntry, Relation } from './knowledge.ts';
import type { EntryView } from './view.ts';

/** Relations that a name of two parts expresses. */
const OF: ReadonlySet<Relation> = new Set(['deficiency of', 'excess of']);

export type Part = Pick<RelatedEntry, 'id' | 'name'>;

/**
 * Whether an entry that is meant by some of the words for `whole` is worth having at hand: the magnesium of a deficiency, the
 * muscle of a cramp. What is of the same category is a kind of the same thing, as pain is of "chest pain", and stands
 * among the relations; only the body is made of parts.
 */
export function isOwnPart(whole: Pick<Entry, 'category'>, { category }: Pick<Entry, 'category'>): boolean {
  return category !== whole.category || category === 'anatomy';
}

/**
 * The entries that `text`, as it stands on the page, is made of: those `found` in it, and those that the entry relates
 * to and `text` names; each once, without the entry itself.
 */
export function partsOf(entry: EntryView, text: string, found: readonly EntryView[]): Part[] {
  const words = ` ${plain(text)} `;
  const parts = new Map<string, Part>();
  for (const part of found) if (isOwnPart(entry, part)) parts.set(part.id, part);
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
