/** Pages edited, styled and scrolled at random: a reader sees the marks that a script which starts anew would show. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { bundle } from '../../bench/support/bundle.ts';
import type * as Restyled from '../../browser/engine/restyled.ts';
import { inEachBrowser, ROOT } from '../support/world.ts';

declare const edited: typeof Restyled;

/** Each page takes some ten seconds: too long to look for new ones in each run. */
const SEEDS = [1, 2, 3];
/** Milliseconds that marks must stay as they are to count as settled: the engine rests as long after such a page. */
const SETTLED = 3000;
/** Enough plain prose for the browser's detection of languages, which takes lists of terms for anything. */
const PROSE = 'There was magnesium in the water, and everybody who drank it said that it had done them good. '.repeat(
  16,
);
const PAGE = `<!doctype html><html lang="en"><title>x</title><body><p>${PROSE}</p>`;

inEachBrowser('Pages edited at random', (world) => {
  const store = (items: object) => world.control.evaluate((all) => chrome.storage.local.set(all), items);
  const settledMarks = async (page: Page): Promise<string[]> => {
    let marks: string[] = [];
    for (let since = Date.now(); Date.now() - since < SETTLED; await pause(100)) {
      const now = await page.evaluate(() => edited.seenMarks());
      if (now.join() !== marks.join()) since = Date.now();
      marks = now;
    }
    return marks;
  };

  it('have the marks of pages just read', { timeout: 300_000 }, async () => {
    const code = await bundle(ROOT, 'tests/browser/engine/restyled.ts', 'edited');
    await store({ settings: { density: 'every' } });
    let total = 0;
    for (const seed of SEEDS) {
      const page = await world.show(PAGE);
      await page.evaluate(code);
      await waitForMarks(page);
      await page.evaluate((random) => edited.restyle(random), seed);
      const followed = await settledMarks(page);
      await store({ 'rule:localhost': 'off' });
      await waitForMarks(page, (marks) => marks.length === 0);
      await store({ 'rule:localhost': 'on' });
      const fresh = await settledMarks(page);
      expect(followed, `seed ${seed}`).toEqual(fresh);
      total += fresh.length;
      await page.close();
    }
    expect(total).toBeGreaterThan(SEEDS.length);
  });
});
