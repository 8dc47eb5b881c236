/** The options in the built extension: every change shows at once in a tab that is open. */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { marksOn, pause, rest, type SeenMark, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';
import { click, forget, markNames, seenMarks, stored } from './support.ts';

inEachBrowser('The options', (world) => {
  afterEach(() => forget(world));

  const article = async () => {
    const page = await world.show(demoPage());
    const marks = await seenMarks(page);
    return { page, marks };
  };
  const options = () => world.launched.openExtensionPage('options.html');
  const names = (page: Page) => expect.poll(() => markNames(page), { timeout: 20_000 });
  const fasciculation = (marks: readonly SeenMark[]) => {
    const mark = marks.find(({ text }) => text === 'fasciculation');
    if (!mark) throw new Error('no mark');
    return mark;
  };

  it('change style, strength and colour of the marks of an open tab', async () => {
    const { page } = await article();
    const settings = await options();
    await names(page).toEqual(['fascicle-dotted-normal-teal']);
    await click(settings, 'label', 'Wavy');
    await names(page).toEqual(['fascicle-wavy-normal-teal']);
    await click(settings, 'label', 'Strong');
    await names(page).toEqual(['fascicle-wavy-strong-teal']);
    await click(settings, 'label', 'Amber');
    await names(page).toEqual(['fascicle-wavy-strong-amber']);
    expect((await stored(world)).settings).toEqual({
      markStyle: 'wavy',
      intensity: 'strong',
      colour: 'amber',
      version: 1,
    });
    await click(settings, 'label', 'Dotted');
    await click(settings, 'label', 'Normal');
    await click(settings, 'label', 'Teal');
    await names(page).toEqual(['fascicle-dotted-normal-teal']);
    // What is as on the first day is not stored.
    await expect.poll(() => stored(world)).toMatchObject({ settings: { version: 1 } });
    expect(Object.keys((await stored(world)).settings as object)).toEqual(['version']);
  });

  it('mark more or less, and leave kinds of terms out', async () => {
    const { page } = await article();
    const settings = await options();
    await click(settings, 'label', 'Every mention');
    const every = await seenMarks(page, (marks) => marks.filter(({ text }) => /twitch/i.test(text)).length > 3);
    await click(settings, 'label', 'The first of a page');
    await seenMarks(page, (marks) => marks.length > 0 && marks.length < every.length);
    await click(settings, 'label', 'Nutrients');
    await seenMarks(page, (marks) => marks.length > 0 && marks.every(({ text }) => !/^magnesium$/i.test(text)));
    await click(settings, 'label', 'Nutrients');
    await seenMarks(page, (marks) => marks.some(({ text }) => /^magnesium$/i.test(text)));
  });

  it('show a term again that was hidden', async () => {
    const { page } = await article();
    await world.control.evaluate(() =>
      chrome.runtime.sendMessage({ type: 'change-settings', changes: { hiddenTerms: ['fasciculation'] } }),
    );
    await seenMarks(page, (marks) => marks.length > 0 && marks.every(({ text }) => text !== 'fasciculation'));
    await click(await options(), 'button', 'Fasciculation');
    await seenMarks(page, (marks) => marks.some(({ text }) => text === 'fasciculation'));
  });

  it('open the card on a click, on a key held, or after another while', async () => {
    const { page } = await article();
    const settings = await options();
    await click(settings, 'label', 'On a click');
    await expect.poll(() => stored(world)).toMatchObject({ settings: { openOn: 'click' } });
    await page.bringToFront();
    const mark = fasciculation(await seenMarks(page));
    await rest(page, mark);
    await pause(800);
    await waitForPopover(world.control, page, (seen) => seen === undefined);
    await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
    await waitForPopover(world.control, page);
    await page.keyboard.press('Escape');
    await waitForPopover(world.control, page, (seen) => seen === undefined);

    await click(settings, 'label', 'With a key held');
    await expect.poll(() => stored(world)).toMatchObject({ settings: { openOn: 'modifier' } });
    await page.bringToFront();
    await rest(page, mark);
    await pause(800);
    await waitForPopover(world.control, page, (seen) => seen === undefined);
    await page.keyboard.down('Alt');
    await rest(page, mark);
    await waitForPopover(world.control, page);
    await page.keyboard.up('Alt');
    await page.keyboard.press('Escape');

    await click(settings, 'label', 'When the pointer rests');
    await settings.focus('input[type=range]');
    await settings.keyboard.press('End');
    await expect.poll(() => stored(world)).toMatchObject({ settings: { dwell: 1500 } });
  });

  it('take a theme for all our pages, without a reload', async () => {
    const settings = await options();
    const panel = await world.launched.openExtensionPage('sidepanel.html');
    await click(settings, 'label', 'Dark');
    for (const page of [settings, panel])
      await expect.poll(() => page.evaluate(() => document.body.dataset.theme)).toBe('dark');
  });

  it('switch everything off and on for a tab that is open', async () => {
    const { page } = await article();
    const settings = await options();
    await click(settings, 'label', 'Explain terms on web pages');
    await seenMarks(page, (marks) => marks.length === 0);
    await click(settings, 'label', 'Explain terms on web pages');
    await seenMarks(page);
    expect((await marksOn(page)).length).toBeGreaterThan(0);
  });
});
