/** A page that changes more than can be read: it keeps its time, its reader is told, and marks come back by themselves. */
import { expect, it } from 'vitest';
import { marksOn, waitForMarks } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';

/** Marks are paused for a minute. */
const PATIENCE = 150_000;

inEachBrowser('A page that writes a book anew every few seconds', (world) => {
  // Firefox takes longer over each reading, and its rests between them keep the page within its budget.
  it.runIf(world.name === 'chromium')(
    'loses its marks for a while, which the popup tells',
    { timeout: 3 * PATIENCE },
    async () => {
      const tab = await world.show(`<!doctype html><html lang="en"><title>x</title><body>
      <p>There is magnesium in it, and then there are fasciculations.</p><div id="all" hidden></div><script>
      const words = ['zinc', 'potassium', 'riboflavin', 'thiamine', 'calcium'];
      let turn = 0;
      timer = setInterval(() => {
        turn++;
        all.innerHTML = Array.from({ length: 60_000 }, (_, i) => '<p>' + turn + ' and ' + i + ' are ' + words[i % 5] +
          ' or magnesium in turn ' + (turn * i) + ', as the patient was told.</p>').join('');
      }, 6000);</script>`);
      await waitForMarks(tab);
      const isPaused = () =>
        world.control.evaluate(async (address) => {
          const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
          const tabId = tabs.find(({ url }) => url === address)?.id ?? -1;
          const report: unknown = await chrome.runtime.sendMessage({ type: 'tab-report', tabId });
          return (report as { paused: boolean }).paused;
        }, tab.url());
      await expect.poll(isPaused, { timeout: PATIENCE, interval: 500 }).toBe(true);
      await waitForMarks(tab, (marks) => marks.length === 0);
      await tab.evaluate('clearInterval(timer); all.remove()');
      expect(await marksOn(tab)).toEqual([]);
      await waitForMarks(tab, (marks) => marks.length === 2, PATIENCE);
      await expect.poll(isPaused).toBe(false);
    },
  );
});
