/** What a page puts on top: its fullscreen element and its dialogs. The card stands in them and can be used. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { press, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';
import { article, openCard, PROSE, waitForNoCard } from './support.ts';

const LAYERS = article(`<button id="b">Larger</button>
  <div id="f" style="background:#fff;color:#111"><button id="d">Ask</button>${PROSE}<dialog id="m"><p>Hyperkalemia is too much potassium.</p></dialog></div>
  <script>b.onclick = () => f.requestFullscreen(); d.onclick = () => m.showModal()</script>`);

inEachBrowser('The popover above what is on top', (world) => {
  const layer = (page: Page) => page.evaluate(() => document.querySelector('[popover=manual]')?.parentElement?.id);
  const use = async (page: Page) => {
    await press(world.control, page, 'Copy with sources');
    await waitForPopover(world.control, page, (seen) => /Copied|Here is the text/.test(seen?.text ?? ''));
  };

  it('stands in the fullscreen element, and goes when fullscreen ends', async () => {
    const page = await world.show(LAYERS);
    await page.click('#b');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await openCard(world, page, 'fasciculation');
    expect(await layer(page)).toBe('f');
    await use(page);
    await page.evaluate(() => document.exitFullscreen());
    await page.mouse.move(2, 2);
    await page.keyboard.press('Escape');
    await waitForNoCard(world, page);
    await openCard(world, page, 'fasciculation');
    expect(await layer(page)).toBe('');
    await use(page);
  });

  it('stands in a dialog that opens inside the fullscreen element', async () => {
    const page = await world.show(LAYERS);
    await page.click('#b');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.click('#d');
    await page.waitForFunction(() => document.querySelector('dialog')?.open);
    await openCard(world, page, 'Hyperkalemia');
    expect(await layer(page)).toBe('m');
    await use(page);
  });
});
