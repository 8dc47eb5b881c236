/** Long pages of our own, each of a kind that readers meet. */
import { comparePages } from '../support/compared-pages.ts';
import { fixtures, inEachBrowser } from '../support/world.ts';

inEachBrowser('A page of our own', (world) => {
  comparePages(world, fixtures);
});
