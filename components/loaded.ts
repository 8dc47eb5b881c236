/** Parts of our pages that come after the first paint: no page waits for them before it. */
import { useEffect, useState } from 'preact/hooks';
import type { Search } from '../core/search/search.ts';

/** The search over all entries. */
export async function loadSearch(): Promise<Search> {
  return (await import('./search-library.ts')).search;
}

/** The search, undefined while it loads, which begins after the first paint. */
export const useSearch = (): Search | undefined => useLoaded(loadSearch, 'search');

/** What `load` brings, undefined until it is there; loading begins after the first paint. */
export function useLoaded<Value>(load: () => Promise<Value>, key: string): Value | undefined {
  const [value, setValue] = useState<Value>();
  useEffect(() => {
    let live = true;
    void load().then((loaded) => {
      if (live) setValue(() => loaded);
    });
    return () => {
      live = false;
    };
  }, [key]);
  return value;
}
