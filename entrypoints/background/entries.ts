/** The knowledge base in the background: entries by id or by index of the lexicon, parsed when first asked for. */
import raw from 'virtual:fascicle/entries';
import version from 'virtual:fascicle/lexicon-version';
import type { EntryView } from '../../core/knowledge/view.ts';

/** The lexicon counts entries in the order of their ids. */
const ids = Object.keys(raw).sort();
const parsed = new Map<string, EntryView>();

/** Indexes of entries mean something in this version only. */
export const lexiconVersion = version;

/** The id of the entry that the lexicon calls `index`, or undefined. */
export function idAt(index: number): string | undefined {
  return ids[index];
}

/** The entry, or undefined where there is none of that id. */
export function entry(id: string): EntryView | undefined {
  const known = parsed.get(id);
  if (known) return known;
  const text = Object.hasOwn(raw, id) ? raw[id] : undefined;
  if (text === undefined) return undefined;
  const view = JSON.parse(text) as EntryView;
  parsed.set(id, view);
  return view;
}

/** Indexes of the entries that are never marked: hidden by name or by category. */
export function hiddenIndexes(terms: readonly string[], categories: readonly string[]): number[] {
  const hiddenTerms = new Set(terms);
  return ids.flatMap((id, index) => {
    const hidden = hiddenTerms.has(id) || (categories.length > 0 && categories.includes(entry(id)?.category ?? ''));
    return hidden ? [index] : [];
  });
}
