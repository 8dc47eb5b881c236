/**
 * A reader who leaves a place and comes back finds its marks again, and nothing was read anew for it. All that the engine
 * reads it tells the background, block by block; a page of the extension hears the same messages.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { settledMarks, waitForMark, waitForMarks } from '../../../scripts/lib/reader.ts';
import { differences, type Picture, picture } from '../support/pixels.ts';
import { inEachBrowser } from '../support/world.ts';

const BLOCKS = 1000;
/** Each has a number of its own, so that it is known which was read. */
const text = (number: number) => `Text ${number} has magnesium in it, and a fasciculation.`;
const blocks = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `<h2>Next</h2><p>${text(from + i)}</p>`).join('');
const PAGE = `<!doctype html><html lang="en"><title>x</title><body style="margin:0"><p id="late">.</p>
  <div id="inner" style="height:300px;overflow:auto">${blocks(0, BLOCKS)}</div>
  <div id="panel">${blocks(BLOCKS, BLOCKS + 2)}</div>${blocks(BLOCKS + 2, 2 * BLOCKS)}`;
/** Pixels above the viewport at which nothing is registered. */
const FAR = 5000;
/** Milliseconds after which the background has forgotten what a page said, and is told all of it once more. */
const FORGOTTEN = 20_000;
const LATE = 'Now riboflavin, too.';
const ALL = Array.from({ length: 2 * BLOCKS }, (_, number) => text(number)).sort();

inEachBrowser('Who comes back to a place has its marks again, and nothing is read anew:', (world) => {
  const texts: string[] = [];
  let heardAt = 0;
  const hear = async () => {
    const heard = await world.control.evaluate(() => (globalThis as unknown as { texts: string[] }).texts.splice(0));
    if (heard.length > 0) heardAt = Date.now();
    texts.push(...heard);
    return texts;
  };
  beforeAll(() =>
    world.control.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { texts: heard });
      chrome.runtime.onMessage.addListener((message: { type: string; added: [number, string][] }) => {
        if (message.type === 'read') heard.push(...message.added.map(([, added]) => added));
      });
    }),
  );

  /** The page once each of its texts was read, once. */
  const open = async (): Promise<Page> => {
    texts.length = 0;
    const page = await world.show(PAGE);
    await expect.poll(async () => (await hear()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(ALL.length);
    await settledMarks(page);
    expect([...texts].sort()).toEqual(ALL);
    return page;
  };
  const expectSame = (page: Page, before: Picture) =>
    expect.poll(async () => differences(await picture(page), before).length, { timeout: 20_000 }).toBe(0);
  /** What was to be read before a new text has been read when that one's mark is there. */
  const expectNothingRead = async (page: Page) => {
    const before = (await hear()).length;
    expect(texts.slice(ALL.length)).toEqual([]);
    await page.evaluate(`document.getElementById('late').textContent = '${LATE}'`);
    const isForgotten = Date.now() - heardAt > FORGOTTEN;
    await waitForMark(page, 'riboflavin');
    const heard = (await hear()).slice(before);
    expect(heard.sort()).toEqual(isForgotten ? [...ALL, LATE].sort() : [LATE]);
  };

  it('far down and up again, in the page and in a scroller', async () => {
    const page = await open();
    const before = await picture(page);
    for (const [top, inner, bottom] of [
      [90_000, 0, 800],
      [0, 60_000, 300],
      [40_000, 30_000, 800],
    ] as const) {
      await page.evaluate(`scrollTo(0, ${top}); document.getElementById('inner').scrollTop = ${inner}`);
      // What was seen first is not registered any more; what is seen now is.
      await waitForMarks(
        page,
        (marks) => marks.some(({ y }) => y > 0 && y < bottom) && marks.every(({ y }) => y > -FAR),
      );
    }
    await page.evaluate("scrollTo(0, 0); document.getElementById('inner').scrollTop = 0");
    await expectSame(page, before);
    await expectNothingRead(page);
  });

  it('to a panel that was hidden, and to a tab behind another', async () => {
    const page = await open();
    const before = await picture(page);
    await page.evaluate("document.getElementById('panel').hidden = true");
    await expect.poll(async () => differences(await picture(page), before).length).toBeGreaterThan(0);
    await waitForMarks(page, (marks) => marks.every(({ width }) => width > 0));
    await page.evaluate("document.getElementById('panel').hidden = false");
    await expectSame(page, before);
    const other = await world.show('<title>x</title><p>In front.</p>');
    await page.waitForFunction("document.visibilityState === 'hidden'", { polling: 50 });
    await other.close();
    await page.bringToFront();
    await page.waitForFunction("document.visibilityState === 'visible'", { polling: 50 });
    await expectSame(page, before);
    await expectNothingRead(page);
  });
});
