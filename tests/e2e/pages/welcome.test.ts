/** The page that opens by itself after installing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { launch } from '../../../scripts/lib/launch.ts';
import { inEachBrowser, ROOT } from '../support/world.ts';
import { addressesOf, click, focusOn, forget, markNames, stored, waitForText } from './support.ts';

inEachBrowser('The welcome page', (world) => {
  afterEach(() => forget(world));

  it('opens once, on the first day', { timeout: 180_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'fascicle-welcome-'));
    const first = await launch({ name: world.name, headless: true, root: ROOT, profile });
    try {
      const control = await first.openExtensionPage('popup.html');
      const welcomes = async () => (await addressesOf(control)).filter((url) => url.endsWith('/welcome.html')).length;
      await expect.poll(welcomes, { timeout: 20_000 }).toBe(1);
    } finally {
      await first.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it('has three things to try, all done by keys alone', async () => {
    const page = await world.launched.openExtensionPage('welcome.html');
    await page.bringToFront();
    await expect.poll(() => markNames(page), { timeout: 20_000 }).toEqual(['fascicle-dotted-normal-teal']);
    const done = () => page.$$eval('[data-done=true]', (items) => items.length);
    await page.waitForSelector('.mark-keys button');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await focusOn(page)).toMatch(/^button: /);
    await page.keyboard.press('Enter');
    await expect.poll(done, { timeout: 20_000 }).toBe(1);
    await page.waitForSelector('.demo-card .entry-name');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.demo-card'));

    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toMatch(/^combobox/);
    await page.keyboard.type('charley horse');
    await waitForText(page, (text) => text.includes('Muscle cramp'));
    await expect.poll(done).toBe(2);
    await page.keyboard.press('Enter');
    // Nothing of it stands in the address: the browser's history would keep it.
    const panels = async () => (await addressesOf(world.control)).filter((url) => url.includes('/sidepanel.html'));
    await expect.poll(panels, { timeout: 20_000 }).toEqual([expect.stringMatching(/\/sidepanel\.html$/)]);
    await page.bringToFront();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect.poll(done, { timeout: 20_000 }).toBe(3);
    await expect.poll(() => stored(world), { timeout: 20_000 }).toHaveProperty('settings.density');
  });

  it('says what is never sent, and the one exception', async () => {
    const page = await world.launched.openExtensionPage('welcome.html');
    const text = await waitForText(page, (seen) => seen.includes('What is never sent'));
    expect(text).toContain('sync');
    await click(page, 'button', 'Settings');
    const options = async () => (await addressesOf(world.control)).some((url) => url.endsWith('/options.html'));
    await expect.poll(options, { timeout: 20_000 }).toBe(true);
  });
});
