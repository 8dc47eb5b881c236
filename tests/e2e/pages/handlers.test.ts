/**
 * What Chromium's address bar and context menu call. Neither can be worked from outside a headless Chromium: the browser's
 * own events are dispatched in the background instead. Firefox's are worked for real in `panel.test.ts`.
 */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { inEachBrowser, type World } from '../support/world.ts';
import { waitForText } from './support.ts';

interface Dispatching {
  dispatch(...parameters: unknown[]): void;
}

inEachBrowser('The background', (world) => {
  afterEach(() => world.control.evaluate(() => chrome.storage.session.clear()));
  const panelTab = async () =>
    (await world.launched.browser.pages()).find((page) => page.url().includes('/sidepanel.html'));

  it.runIf(world.name === 'chromium')('suggests entries to the address bar, plain enough for its XML', async () => {
    const worker = await workerOf(world);
    const suggested = await worker.evaluate(
      () =>
        new Promise<{ content: string; description: string }[]>((resolve) => {
          const event = chrome.omnibox.onInputChanged as unknown as Dispatching;
          event.dispatch('charley ho', resolve);
        }),
    );
    expect(suggested[0]).toMatchObject({ content: 'muscle-cramp' });
    expect(suggested[0]?.description).toMatch(/^Muscle cramp: /);
    for (const { description } of suggested) expect(description).not.toMatch(/[<>&]/);
  });

  it.runIf(world.name === 'chromium')('opens what is entered there, and the search where nothing fits', async () => {
    const worker = await workerOf(world);
    const enter = (text: string) =>
      worker.evaluate((typed) => {
        const event = chrome.omnibox.onInputEntered as unknown as Dispatching;
        event.dispatch(typed, 'newForegroundTab');
      }, text);
    await enter('tetany');
    // Nothing of it stands in the address: the browser's history would keep it.
    const shown = async (typed: string, text: string) => {
      await enter(typed);
      await expect.poll(async () => (await panelTab())?.url(), { timeout: 20_000 }).toMatch(/\/sidepanel\.html$/);
      const page = (await panelTab()) as Page;
      await waitForText(page, (seen) => seen.includes(text));
      await page.close();
    };
    await shown('tetany', 'Tetany');
    await shown('zzqx vbnm', 'Nothing found');
  });

  it.runIf(world.name === 'chromium')('looks a selection up in the PDF viewer, whose tab stands nowhere', async () => {
    const worker = await workerOf(world);
    await worker.evaluate(() => {
      const event = chrome.contextMenus.onClicked as unknown as Dispatching;
      event.dispatch(
        {
          menuItemId: 'look-up',
          selectionText: 'tetany',
          editable: false,
          pageUrl: 'chrome-extension://x/',
          frameId: 0,
        },
        { id: -1, index: -1, windowId: -1 },
      );
    });
    await expect.poll(async () => (await panelTab()) !== undefined, { timeout: 20_000 }).toBe(true);
    const tab = (await panelTab()) as Page;
    await waitForText(tab, (text) => text.includes('Tetany'));
    await tab.close();
  });

  it.runIf(world.name === 'chromium')('looks a selection up', async () => {
    const worker = await workerOf(world);
    const page = await world.show('<!doctype html><title>x</title><p>charley horse</p>');
    await worker.evaluate(async (address) => {
      const tab = (await chrome.tabs.query({})).find((one: { url?: string }) => one.url === address);
      const event = chrome.contextMenus.onClicked as unknown as Dispatching;
      event.dispatch(
        { menuItemId: 'look-up', selectionText: '  charley horse ', editable: false, pageUrl: address, frameId: 0 },
        tab,
      );
    }, page.url());
    // There was no click of a reader's, so the panel may not open and a tab beside shows the same.
    await expect.poll(async () => (await panelTab()) !== undefined, { timeout: 20_000 }).toBe(true);
    const tab = await panelTab();
    if (tab) await waitForText(tab, (text) => text.includes('Muscle cramp'));
  });
});

async function workerOf(world: World) {
  const target = await world.launched.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('The background has no worker.');
  return worker;
}
