/** The knowledge base in our own pages: the names of all entries at once, each entry when it is asked for. */
import rawHeadlines from 'virtual:fascicle/headlines';
import shelves, { SHELF } from 'virtual:fascicle/shelves';
import { type Headline, type PackedHeadlines, unpackHeadlines } from '../core/knowledge/headlines.ts';
import type { EntryView } from '../core/knowledge/view.ts';
import { useLoaded } from './loaded.ts';

let all: readonly Headline[] | undefined;
let places: ReadonlyMap<string, number> | undefined;

/** Every entry, in the order of the ids. Unpacked when first asked for, which a page's first paint need not. */
export function headlines(): readonly Headline[] {
  all ??= unpackHeadlines(JSON.parse(rawHeadlines) as PackedHeadlines);
  return all;
}

/** Index of the entry in `Knowledge.entries`, which is what pages call it by. */
export function placeOf(id: string): number | undefined {
  places ??= new Map(headlines().map((entry, place) => [entry.id, place]));
  return places.get(id);
}

/** The headline of an entry, or undefined where there is none of that id. */
export const headline = (id: string): Headline | undefined => headlines()[placeOf(id) ?? -1];

/** The entry in full, from the shelf it stands on; undefined where there is none of that id. */
export async function loadEntry(id: string): Promise<EntryView | undefined> {
  const place = placeOf(id);
  const shelf = place === undefined ? undefined : await shelves[Math.floor(place / SHELF)]?.();
  const text = place === undefined ? undefined : shelf?.default[place % SHELF];
  return text === undefined ? undefined : (JSON.parse(text) as EntryView);
}

/** The entry, undefined while it loads. */
export function useEntry(id: string): EntryView | undefined {
  const entry = useLoaded(() => loadEntry(id), id);
  return entry?.id === id ? entry : undefined;
}
