/**
 * The knowledge base in the background: entries by id or by index of the lexicon. Parsed when asked for and not kept: that
 * takes less than a tenth of a millisecond, and a day's reading would gather them all in memory.
 */
import raw from 'virtual:fascicle/entries';
import version from 'virtual:fascicle/lexicon-version';
import type { EntryView } from '../../core/knowledge/view.ts';

/** The lexicon counts entries in the order of their ids. */
const ids = Object.keys(raw).sort();

/** Indexes of entries mean something in this version only. */
export const lexiconVersion = version;

/** The id of the entry that the lexicon calls `index`, or undefined. */
export function idAt(index: number): string | undefined {
  return ids[index];
}

/** The entry, or undefined where there is none of that id. */
export function entry(id: string): EntryView | undefined {
  const text = Object.hasOwn(raw, id) ? raw[id] : undefined;
  return text === undefined ? undefined : (JSON.parse(text) as EntryView);
}

/** Indexes of the entries that are never marked: hidden by name or by category. */
export function hiddenIndexes(terms: readonly string[], categories: readonly string[]): number[] {
  const hiddenTerms = new Set(terms);
  return ids.flatMap((id, index) => {
    const hidden = hiddenTerms.has(id) || (categories.length > 0 && categories.includes(entry(id)?.category ?? ''));
    return hidden ? [index] : [];
  });
}
