/** The knowledge base in our own pages. The index is there at once; entries come with the first one asked for. */
import rawIndex from 'virtual:fascicle/search';
import { useEffect, useState } from 'preact/hooks';
import { CATEGORIES, type Category } from '../core/knowledge/schema.ts';
import type { EntryView } from '../core/knowledge/view.ts';
import type { SearchIndex } from '../core/search/prebuilt.ts';
import { createSearch, type Search } from '../core/search/search.ts';

const index = JSON.parse(rawIndex) as SearchIndex;
const places = new Map(index.ids.map((id, place) => [id, place]));

export const search: Search = createSearch(index);

/** What lists show of an entry. */
export interface Headline {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
}

/** Index of the entry in `Knowledge.entries`, which is what pages call it by. */
export const placeOf = (id: string): number | undefined => places.get(id);

/** The headline of an entry, or undefined where there is none of that id. */
export function headline(id: string): Headline | undefined {
  const place = places.get(id);
  return place === undefined ? undefined : headlineAt(place);
}

/** Every entry, in the order of the ids. */
export const headlines = (): Headline[] => index.ids.map((_id, place) => headlineAt(place));

function headlineAt(place: number): Headline {
  return {
    id: index.ids[place] as string,
    name: index.names[place] as string,
    category: CATEGORIES[index.categories[place] as number] as Category,
  };
}

/** The entry in full; undefined where there is none of that id. */
export async function loadEntry(id: string): Promise<EntryView | undefined> {
  const { default: entries } = await import('virtual:fascicle/entries');
  const text = Object.hasOwn(entries, id) ? entries[id] : undefined;
  return text === undefined ? undefined : (JSON.parse(text) as EntryView);
}

/** The entry, undefined while it loads. */
export function useEntry(id: string): EntryView | undefined {
  const [entry, setEntry] = useState<EntryView>();
  useEffect(() => {
    let live = true;
    void loadEntry(id).then((loaded) => {
      if (live) setEntry(loaded);
    });
    return () => {
      live = false;
    };
  }, [id]);
  return entry?.id === id ? entry : undefined;
}
