/** Private windows are left alone unless the reader allows the extension there, as both browsers ask. */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { marksOn, pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { inWindow } from '../support/firefox-window.ts';
import { inEachBrowser, type World } from '../support/world.ts';

inEachBrowser('In a private window', (world) => {
  let context: BrowserContext | undefined;
  afterEach(() => context?.close());

  const visit = async (path: string): Promise<Page> => {
    world.pages.set(`/${path}`, { body: demoPage() });
    const address = world.server.url + path;
    if (world.name === 'firefox') return visitInFirefox(world, address);
    context = await world.launched.browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  it('a page is left alone: the reader has not allowed it', async () => {
    await waitForMarks(await world.show(demoPage()));
    const page = await visit('left-alone');
    await pause(1500);
    expect(await marksOn(page)).toEqual([]);
  });
});

async function visitInFirefox({ launched }: World, address: string): Promise<Page> {
  await inWindow(
    launched,
    `(async () => {
      const opened = OpenBrowserWindow({ private: true });
      await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
      opened.openTrustedLinkIn(${JSON.stringify(address)}, 'current');
      return '';
    })()`,
  );
  const page = async () => (await launched.browser.pages()).find((candidate) => candidate.url() === address);
  await expect.poll(async () => (await page()) !== undefined, { timeout: 20_000 }).toBe(true);
  return (await page()) as Page;
}
