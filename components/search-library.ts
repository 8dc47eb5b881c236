/** The search of our own pages: a part of its own, brought in after the first paint. */
import rawIndex from 'virtual:fascicle/search';
import type { SearchIndex } from '../core/search/prebuilt.ts';
import { createSearch, type Search } from '../core/search/search.ts';

export const search: Search = createSearch(JSON.parse(rawIndex) as SearchIndex);

/** What runs for the first time runs slowly: a slip, a whole word and a beginning are asked before the reader asks. */
const WARM_UP = 'magnesum deficiency cra';
requestIdleCallback(() => search(WARM_UP));
