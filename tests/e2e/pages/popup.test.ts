/** The real popup above pages that are unlike others, in the built extension. */
import { afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { openPopup } from '../../../scripts/lib/real-popup.ts';
import { inEachBrowser } from '../support/world.ts';
import { forget, seenMarks, store, stored } from './support.ts';

/** Browsers refuse to connect there: nothing listens. */
const NOBODY = 'http://localhost:9/';

inEachBrowser('The popup', (world) => {
  afterEach(() => forget(world));
  const popup = () => openPopup(world.launched, world.control);

  it('says that the browser’s own error page cannot be read, not that it has no terms', async () => {
    const page = await world.launched.browser.newPage();
    await page.goto(NOBODY).catch(() => undefined);
    await page.bringToFront();
    const shown = await popup();
    await shown.waitForText((text) => /no extension read this page|keeps extensions away/.test(text));
    await shown.close();
  });

  it('takes back a switch exactly: the rules are as they were', async () => {
    const page = await world.show(demoPage());
    await seenMarks(page);
    const rules = { 'rule:*.localhost': 'on', 'rule:localhost': 'on', 'rule:other.example': 'off' };
    await store(world, rules);
    await page.bringToFront();
    const shown = await popup();
    await shown.click('[role=switch]');
    await shown.waitFor('button', 'Undo');
    await expect.poll(async () => (await stored(world))['rule:localhost'], { timeout: 20_000 }).toBe('off');
    await shown.click('button', 'Undo');
    const left = async () =>
      Object.fromEntries(Object.entries(await stored(world)).filter(([key]) => key.startsWith('rule:')));
    await expect.poll(left, { timeout: 20_000 }).toEqual(rules);
    await shown.close();
    await seenMarks(page);
  });
});
