/** The main journeys, in the built extension, through its real popup. */
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import {
  marksOn,
  pause,
  press,
  rest,
  settledMarks,
  waitForMarks,
  waitForPopover,
} from '../../../scripts/lib/reader.ts';
import { openPopup } from '../../../scripts/lib/real-popup.ts';
import { inEachBrowser, stopWorker } from '../support/world.ts';

inEachBrowser('A reader', (world) => {
  beforeEach(() => world.control.evaluate(() => chrome.storage.local.clear()));
  const article = async () => {
    const page = await world.show(demoPage());
    const marks = await settledMarks(page);
    return { page, marks };
  };

  it('rests on a mark, opens a related entry in place, goes back, and finds sources that open in a new tab', async () => {
    const { page, marks } = await article();
    const mark = marks.find(({ text }) => text === 'fasciculation');
    if (!mark) throw new Error('no mark');
    await rest(page, mark);
    const first = await waitForPopover(
      world.control,
      page,
      (seen) => seen?.controls.some(({ role, text }) => role === 'button' && text.includes('Muscle twitch')) ?? false,
    );
    expect(first?.text).toContain('Fasciculation');
    const source = first?.controls.find(({ href }) => href?.startsWith('https://'));
    expect(source).toBeDefined();
    await press(world.control, page, 'Muscle twitch');
    await waitForPopover(
      world.control,
      page,
      (seen) => seen?.controls.some(({ text }) => text.includes('Back')) ?? false,
    );
    await press(world.control, page, 'Back');
    await waitForPopover(world.control, page, (seen) => seen?.text.includes('Fasciculation') ?? false);
  });

  it('follows a source into a tab of its own, which knows nothing of the page it came from', async () => {
    const { page, marks } = await article();
    const mark = marks.find(({ text }) => text === 'fasciculation');
    if (!mark) throw new Error('no mark');
    await rest(page, mark);
    const isSource = ({ href }: { href?: string }) => href?.startsWith('https://') === true;
    const card = await waitForPopover(world.control, page, (seen) => seen?.controls.some(isSource) ?? false);
    const source = card?.controls.find(isSource);
    world.pages.set('/source', { body: '<!doctype html><title>Source</title><p>Read here.' });
    const there = `${world.server.at('127.0.0.1')}source`;
    await pointTo(world.control, page, source?.href ?? '', there);
    await press(world.control, page, source?.text ?? '');
    const isThere = async () => (await world.launched.browser.pages()).find((one) => one.url() === there);
    await expect.poll(isThere, { timeout: 20_000 }).toBeDefined();
    const opened = await isThere();
    await opened?.waitForFunction(() => document.readyState === 'complete');
    const known = await opened?.evaluate(() => ({ opener: window.opener, referrer: document.referrer }));
    expect(known).toEqual({ opener: null, referrer: '' });
    expect(page.url()).not.toBe(there);
  });

  it('searches in the popup, misspelt, and reads the entry there', async () => {
    await article();
    const popup = await openPopup(world.launched, world.control);
    await popup.type('magnesum');
    // The list of the page's terms names it too.
    await popup.waitFor('[role=option]', 'Magnesium');
    await popup.press('Enter');
    const entry = await popup.waitForText((text) => text.includes('NIH Office of Dietary Supplements'));
    expect(entry).toContain('evidence');
    await popup.close();
  });

  it('steps from the popup’s list to a mention further down', async () => {
    const { page } = await article();
    const before = await page.evaluate(() => scrollY);
    const popup = await openPopup(world.launched, world.control);
    await popup.click('button', 'Benign fasciculation syndrome');
    await page.waitForFunction((from) => scrollY > from, {}, before);
    await popup.close();
  });

  it('switches the site off in the popup: two tabs lose their marks, a restart keeps it so, the switch brings them back', async () => {
    const { page: first } = await article();
    const { page: second } = await article();
    const popup = await openPopup(world.launched, world.control);
    await popup.click('[role=switch]');
    for (const page of [first, second]) await waitForMarks(page, (marks) => marks.length === 0);
    await popup.close();

    await world.restart();
    const again = await world.show(demoPage());
    await pause(800);
    expect(await marksOn(again)).toEqual([]);
    const popupAgain = await openPopup(world.launched, world.control);
    await popupAgain.click('[role=switch]');
    await waitForMarks(again);
    await popupAgain.close();
  });

  it.runIf(world.name === 'chromium')('notices nothing when the worker is stopped between two steps', async () => {
    const { page, marks } = await article();
    await stopWorker(world);
    const mark = marks.find(({ text }) => text === 'fasciculation');
    if (!mark) throw new Error('no mark');
    await rest(page, mark);
    await waitForPopover(world.control, page);
    await stopWorker(world);
    await press(world.control, page, 'Muscle twitch');
    await waitForPopover(
      world.control,
      page,
      (seen) => seen?.controls.some(({ text }) => text.includes('Back')) ?? false,
    );
    await stopWorker(world);
    await world.control.evaluate(() => chrome.storage.local.set({ 'rule:localhost': 'off' }));
    await waitForMarks(page, (all) => all.length === 0);
    await world.control.evaluate(() => chrome.storage.local.remove('rule:localhost'));
    await waitForMarks(page);
  });
});

/** Lets a link of the card lead to a server of ours, which is there without a network; nothing else about it changes. */
async function pointTo(control: Page, page: Page, from: string, to: string): Promise<void> {
  await control.evaluate(
    async (address, before, after) => {
      const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
      await chrome.scripting.executeScript({
        target: { tabId: tabs.find(({ url }) => url === address)?.id ?? -1 },
        args: [before, after],
        func: (old: string, fresh: string) => {
          const host = document.querySelector('[popover=manual]:popover-open') as HTMLElement;
          const own = (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
          const links = (own ?? chrome.dom.openOrClosedShadowRoot(host))?.querySelectorAll('a') ?? [];
          for (const link of links) if (link.getAttribute('href') === old) link.href = fresh;
        },
      });
    },
    page.url(),
    from,
    to,
  );
}
