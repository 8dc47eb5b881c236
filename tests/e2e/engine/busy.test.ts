/** A page that changes more than can be read: its reader is told, and marks come back by themselves. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForMarks } from '../../../scripts/lib/reader.ts';
import { openPopup } from '../../../scripts/lib/real-popup.ts';
import { toolbarOf } from '../support/toolbar.ts';
import { inEachBrowser } from '../support/world.ts';

const PATIENCE = 150_000;
const NOTE = /changes so fast that its marks are paused/;

/**
 * Twice a second it writes anew each of its many texts, out of the reader's sight, until `stop()`. They get more each time:
 * on a fast machine too they are more than can be read.
 */
const BUSY = `<!doctype html><html lang="en"><title>x</title><body>
  <p>There is magnesium in it, and then there are fasciculations.</p>
  <div id="all" hidden>${'<p>.</p>'.repeat(20_000)}</div><script>
  const words = ['zinc', 'potassium', 'riboflavin', 'thiamine', 'calcium'];
  let turn = 0;
  const timer = setInterval(() => {
    turn++;
    if (all.childElementCount < 40_000) all.insertAdjacentHTML('beforeend', '<p>.</p>'.repeat(100));
    [...all.children].forEach((p, i) => { p.firstChild.data = turn + ' and ' + i + ' are ' + words[(i + turn) % 5] +
      ' or magnesium in turn ' + (turn * i) + ', as the patient was told.'; });
  }, 500);
  stop = () => { clearInterval(timer); all.remove(); };</script>`;

inEachBrowser('A page that writes a book anew twice a second', (world) => {
  const tabId = (page: Page) =>
    world.control.evaluate(async (address) => {
      const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
      return tabs.find(({ url }) => url === address)?.id ?? -1;
    }, page.url());
  const isPaused = async (page: Page) => (await toolbarOf(world.control, page)).paused;
  /**
   * Stops the clock of our own world in the page for waits of half a minute and more, which only the pause is. The answer
   * lets it go on: the length of each such wait in milliseconds, once it is over.
   */
  const holdLongWaits = async (page: Page) => {
    const id = await tabId(page);
    await world.control.evaluate(async (target) => {
      await chrome.scripting.executeScript({
        target: { tabId: target },
        func: () => {
          const real = globalThis.setTimeout;
          const held: [() => void, number][] = [];
          Object.assign(globalThis, {
            held,
            setTimeout: (then: () => void, time = 0) => (time < 30_000 ? real(then, time) : held.push([then, time])),
          });
        },
      });
    }, id);
    return async (): Promise<number[]> =>
      world.control.evaluate(async (target) => {
        const [answer] = await chrome.scripting.executeScript({
          target: { tabId: target },
          func: () => {
            const { held } = globalThis as unknown as { held: [() => void, number][] };
            return held.splice(0).map(([then, time]) => {
              then();
              return time;
            });
          },
        });
        return answer?.result ?? [];
      }, id);
  };

  it('loses its marks for a while, which the popup tells', { timeout: 2 * PATIENCE }, async () => {
    const page = await world.show(BUSY);
    await waitForMarks(page);
    const goOn = await holdLongWaits(page);
    await expect.poll(() => isPaused(page), { timeout: PATIENCE, interval: 500 }).toBe(true);
    await waitForMarks(page, (marks) => marks.length === 0);
    await page.bringToFront();
    const popup = await openPopup(world.launched, world.control);
    await popup.waitForText((text) => NOTE.test(text));
    await popup.close();

    await page.evaluate('stop()');
    const waits = await goOn();
    expect(waits.length).toBe(1);
    expect(waits[0]).toBeGreaterThanOrEqual(60_000);
    await page.bringToFront();
    await waitForMarks(page, (marks) => marks.length === 2);
    await expect.poll(() => isPaused(page)).toBe(false);
    const calm = await openPopup(world.launched, world.control);
    await calm.waitForText((text) => /Magnesium/.test(text) && !NOTE.test(text));
    await calm.close();
  });
});
