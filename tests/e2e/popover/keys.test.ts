/** The popover by keyboard: from mark to mark, in the card and out of it, with the focus where a reader expects it. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { popoverOn, waitForMark, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';
import { article, openCard, PROSE, step, waitForNoCard } from './support.ts';

const LISTENING = article(`<button id="b">A button</button>${PROSE}<div style="height:2000px"></div>
  <p id="far">Carpal tunnel syndrome is something else.</p><script>
  heard = [];
  for (const type of ['keydown', 'keypress', 'keyup'])
    document.addEventListener(type, (event) => heard.push(event.key), true);
  </script>`);

inEachBrowser('A reader with a keyboard', (world) => {
  const heard = (page: Page) => page.evaluate('heard.splice(0)');
  const activeId = (page: Page) => page.evaluate(() => document.activeElement?.id);

  it('steps to the next term and the one before: the card takes the focus, Escape gives it back', async () => {
    const page = await world.show(LISTENING);
    await waitForMark(page, 'fasciculation');
    await page.focus('#b');
    expect(await step(world, page, 1, true)).toBe(true);
    const first = await waitForPopover(world.control, page, (seen) => seen?.focused === 'dialog');
    expect(await step(world, page, 1, false)).toBe(true);
    const isOther = (seen: { text: string } | undefined) => seen !== undefined && seen.text !== first?.text;
    await waitForPopover(world.control, page, (seen) => isOther(seen) && seen?.focused === 'dialog');
    expect(await step(world, page, -1, false)).toBe(true);
    await waitForPopover(world.control, page, (seen) => seen?.text.split('\n')[1] === first?.text.split('\n')[1]);
    await page.keyboard.press('Escape');
    await waitForNoCard(world, page);
    expect(await activeId(page)).toBe('b');
  });

  it('comes to a mark far below, which is brought into view', async () => {
    const page = await world.show(LISTENING);
    await waitForMark(page, 'fasciculation');
    await step(world, page, -1, true);
    const card = await waitForPopover(world.control, page, (seen) => seen?.text.includes('arpal tunnel') ?? false);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(card?.y).toBeGreaterThan(0);
  });

  it('goes round the card with Tab, works its buttons, and the page hears no key of it', async () => {
    const page = await world.show(LISTENING);
    await waitForMark(page, 'magnesium deficiency');
    await page.focus('#b');
    await heard(page);
    await step(world, page, 1, true);
    const card = await waitForPopover(world.control, page, (seen) => seen?.focused === 'dialog');
    await page.keyboard.press('Tab');
    expect((await popoverOn(world.control, page))?.focused).not.toBe('dialog');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect((await popoverOn(world.control, page))?.focused).toBe('Not on this site');
    const chip = card?.controls.length ?? 0;
    for (let stop = 0; stop < chip; stop++) {
      const { focused } = (await popoverOn(world.control, page)) ?? {};
      if (focused === 'When to get help') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await waitForPopover(world.control, page, (seen) => /Emergency|See a doctor|appointment/.test(seen?.text ?? ''));
    expect(await heard(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await waitForNoCard(world, page);
    await page.keyboard.press('a');
    expect(await heard(page)).toContain('a');
  });

  it('closes a card of the mouse with Escape, and the page’s dialog stays', async () => {
    const page = await world.show(article(`<dialog id="d">${PROSE}</dialog><script>d.showModal()</script>`));
    await openCard(world, page, 'fasciculation');
    await page.keyboard.press('Escape');
    await waitForNoCard(world, page);
    expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog')?.open);
  });
});
