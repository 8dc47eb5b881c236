/** The knowledge base in the background: entries by id, parsed when first asked for. */
import raw from 'virtual:fascicle/entries';
import type { EntryView } from '../../core/knowledge/view.ts';

const parsed = new Map<string, EntryView>();

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
