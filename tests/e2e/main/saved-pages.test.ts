/** Every saved page that lies beside the project. */
import { beforeAll, expect, it } from 'vitest';
import { comparePages } from '../support/compared-pages.ts';
import { savedPageIds, serveSavedPages } from '../support/saved-pages.ts';
import { inEachBrowser } from '../support/world.ts';

const ids = savedPageIds();
if (ids.length === 0) console.log('\n*** SKIPPED: the saved pages. There is no ../shared/eval/pages here. ***\n');

inEachBrowser('A saved page', (world) => {
  beforeAll(() => serveSavedPages(world.pages));

  it.skipIf(ids.length === 0)('is there', () => {
    expect(ids.length).toBeGreaterThan(20);
  });

  comparePages(
    world,
    ids.map((id) => `saved/${id}`),
  );
});
