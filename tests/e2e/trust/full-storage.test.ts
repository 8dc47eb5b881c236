/** Storage filled as the browser itself counts: Chromium's holds 10 MiB, Firefox's what the disk gives, here a small one. */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { findBrowser } from '../../../scripts/lib/find-browser.ts';
import { launch } from '../../../scripts/lib/launch.ts';
import { open, rest, waitForMark, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { serve } from '../../../scripts/lib/serve.ts';
import { inEachBrowser, ROOT } from '../support/world.ts';

const FAILED = { error: 'failed' };

inEachBrowser('A full storage', (world) => {
  const send = (message: object) => world.control.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  const own = () => ownIn(world.control);
  afterEach(() => world.control.evaluate(() => chrome.storage.local.clear()));
  it.runIf(world.name === 'chromium')(
    'is told as an error value, loses nothing, and marks and cards go on',
    async () => {
      await send({ type: 'change-settings', changes: { dwell: 400 } });
      await send({ type: 'set-rules', rules: { 'kept.example': 'off' } });
      expect(await fill(world.control)).toBeGreaterThan(9 * 2 ** 20);
      const before = await own();

      expect(await send({ type: 'change-settings', changes: { theme: 'dark', colour: 'amber' } })).toEqual(FAILED);
      expect(await send({ type: 'set-rules', rules: { 'one-more.example': 'off' } })).toEqual(FAILED);
      expect(await send({ type: 'switch-site', url: 'https://reader.example/', on: false })).toEqual(FAILED);
      expect(await send({ type: 'pause', until: 'restart' })).toEqual(FAILED);
      expect(await own()).toEqual(before);

      const page = await world.show(demoPage());
      const mark = await waitForMark(page, 'fasciculation');
      await rest(page, mark);
      await waitForPopover(world.control, page);

      // Taking away needs no room.
      expect(await send({ type: 'set-rules', rules: { 'kept.example': null } })).toBe(true);
      expect(await send({ type: 'reset' })).toBe(true);
      expect(await own()).not.toHaveProperty('settings');

      await world.restart();
      await waitForMarks(await world.show(demoPage()));
      await world.control.evaluate(() => chrome.storage.local.clear());
      expect(await send({ type: 'set-rules', rules: { 'one-more.example': 'off' } })).toBe(true);
      expect(await own()).toMatchObject({ 'rule:one-more.example': 'off' });
    },
  );

  it('keeps ten thousand rules, more than anyone makes, and each page reads none but its own', async () => {
    const rules = Object.fromEntries(Array.from({ length: 10_000 }, (_, site) => [`site-${site}.example.org`, 'off']));
    expect(await send({ type: 'set-rules', rules })).toBe(true);
    await waitForMarks(await world.show(demoPage()));
    expect(Object.keys(await own()).filter((key) => key.startsWith('rule:'))).toHaveLength(10_000);
    expect(await send({ type: 'reset' })).toBe(true);
    expect(Object.keys(await own()).filter((key) => key.startsWith('rule:'))).toEqual([]);
  });
});

it.skipIf(!findBrowser('firefox'))(
  'A full disk, as Firefox meets it: what has no room is told as an error value, nothing is lost, marks and cards go on',
  async () => {
    const server = await serve(() => ({ body: demoPage() }));
    // In KiB; Firefox gives an extension no less than 10 MiB of it.
    const preferences = { 'dom.quotaManager.temporaryStorage.fixedLimit': 20_480 };
    const launched = await launch({ name: 'firefox', headless: true, root: ROOT, preferences });
    try {
      const control = await launched.openExtensionPage('popup.html');
      const send = (message: object) => control.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
      expect(await send({ type: 'change-settings', changes: { dwell: 400 } })).toBe(true);
      expect(await send({ type: 'set-rules', rules: { 'kept.example': 'off' } })).toBe(true);
      expect(await fill(control)).toBeGreaterThan(5 * 2 ** 20);
      const before = await ownIn(control);

      // Its database keeps room for a few words more than it counts.
      const paths = Array.from({ length: 1000 }, (_, site) => `site-${site}.example/${'path/'.repeat(300)}`);
      const rules = Object.fromEntries(paths.map((path) => [path, 'off']));
      expect(await send({ type: 'set-rules', rules })).toEqual(FAILED);
      expect(await ownIn(control)).toEqual(before);
      const page = await open(launched, server.url);
      const mark = await waitForMark(page, 'fasciculation');
      await rest(page, mark);
      await waitForPopover(control, page);

      expect(await send({ type: 'reset' })).toBe(true);
      expect(Object.keys(await ownIn(control)).filter((key) => key !== 'hidden')).toEqual([]);
    } finally {
      await launched.close();
      await server.close();
    }
  },
);

/** All that is stored but what fills it up. */
function ownIn(control: Page): Promise<Record<string, unknown>> {
  return control.evaluate(async () => {
    const all: Record<string, unknown> = await chrome.storage.local.get(null);
    return Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith('filler')));
  });
}

/** Fills storage in ever smaller pieces, none of which can be packed, until not one byte more goes in; answers how many went in. */
function fill(control: Page): Promise<number> {
  return control.evaluate(async () => {
    const noise = (length: number) => {
      const bytes = crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536)));
      const text = Array.from(bytes, (byte) => String.fromCharCode(40 + (byte % 50))).join('');
      return text.repeat(Math.ceil(length / 65_536));
    };
    let filled = 0;
    let fillers = 0;
    for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2)) {
      for (;;) {
        const stored = await chrome.storage.local.set({ [`filler${fillers}`]: noise(size) }).then(
          () => true,
          () => false,
        );
        if (!stored) break;
        filled += size;
        fillers++;
        if (filled > 64 * 2 ** 20) throw new Error('It is never full.');
      }
    }
    return filled;
  });
}
