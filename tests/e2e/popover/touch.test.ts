/** The popover by finger, on a narrow screen: a sheet along the lower edge. Chromium only: Firefox emulates no touch. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { popoverOn, type SeenPopover, waitForMark, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';
import { article, opensNothing, PROSE, waitForNoCard } from './support.ts';

const WIDTH = 360;
const HEIGHT = 640;

inEachBrowser('A reader with a finger', (world) => {
  if (world.name === 'firefox') {
    it.skip('needs touch emulation', () => undefined);
    return;
  }
  // So high up that a sheet leaves the first lines free, whatever the font.
  const show = async (body: string): Promise<Page> => {
    const page = await world.show(article(body, 'padding:0 12px;margin:0'));
    await page.setViewport({ width: WIDTH, height: HEIGHT, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
    return page;
  };
  const tap = async (page: Page, text: string) => {
    const mark = await waitForMark(page, text);
    await page.touchscreen.tap(mark.x + mark.width / 2, mark.y + mark.height / 2);
  };

  const isAtRest = (seen: SeenPopover | undefined) => seen !== undefined && Math.abs(seen.y + seen.height - HEIGHT) < 1;

  it('taps a mark: a sheet as wide as the screen, and a tap beside it closes it', async () => {
    const page = await show(PROSE);
    await tap(page, 'fasciculation');
    const sheet = await waitForPopover(world.control, page, isAtRest);
    expect(sheet).toMatchObject({ x: 0, width: WIDTH });
    expect(sheet?.height).toBeLessThanOrEqual(HEIGHT * 0.7 + 1);
    await page.touchscreen.tap(180, 20);
    await waitForNoCard(world, page);
  });

  it('taps another mark: the sheet changes', async () => {
    const page = await show(PROSE);
    await tap(page, 'fasciculation');
    await waitForPopover(world.control, page);
    await tap(page, 'coffee');
    await waitForPopover(world.control, page, (seen) => seen?.text.includes('Coffee') ?? false);
  });

  it('draws the sheet down by its handle', async () => {
    const page = await show(PROSE);
    await tap(page, 'fasciculation');
    await waitForPopover(world.control, page, isAtRest);
    const y = ((await popoverOn(world.control, page))?.y ?? 0) + 6;
    const finger = await page.touchscreen.touchStart(180, y);
    for (let by = 20; by <= 140; by += 20) await finger.move(180, y + by);
    await finger.end();
    await waitForNoCard(world, page);
  });

  it('leaves taps on links and long presses to the page', async () => {
    const page = await show(`<p><a href="#there">fasciculation</a></p>${PROSE}`);
    await tap(page, 'fasciculation');
    await page.waitForFunction(() => location.hash === '#there');
    expect(await opensNothing(world, page)).toBe(true);
    const mark = await waitForMark(page, 'hypocalcaemia');
    const finger = await page.touchscreen.touchStart(mark.x + 10, mark.y + 10);
    await new Promise((resolve) => setTimeout(resolve, 900));
    await finger.end();
    expect(await opensNothing(world, page)).toBe(true);
  });
});
