/** The background killed before each step of what a reader does on our own pages: every step goes on as if it were there. */
import { afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { pause, press, rest, waitForMark, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { openPopup } from '../../../scripts/lib/real-popup.ts';
import { click, forget, markNames, seenMarks, stored, waitForText } from '../pages/support.ts';
import { inWindow } from '../support/firefox-window.ts';
import { inEachBrowser, stopWorker } from '../support/world.ts';

inEachBrowser('With a background that is killed before each step', (world) => {
  afterEach(() => forget(world));
  const kill = async () => {
    if (world.name === 'chromium') return stopWorker(world);
    const extension = `WebExtensionPolicy.getByID('fascicle@fascicle.example').extension`;
    await inWindow(world.launched, `${extension}.terminateBackground().then(() => '')`);
  };

  it('the popup searches, shows an entry, goes to a mention and switches the site', async () => {
    const page = await world.show(demoPage());
    await waitForMarks(page);
    await kill();
    const popup = await openPopup(world.launched, world.control);
    await popup.waitFor('button', 'Benign fasciculation syndrome');
    await kill();
    await popup.type('magnesum');
    await kill();
    await popup.waitFor('[role=option]', 'Magnesium');
    await popup.press('Enter');
    await kill();
    await popup.waitForText((text) => text.includes('NIH Office of Dietary Supplements'));
    await popup.close();

    await kill();
    const again = await openPopup(world.launched, world.control);
    const before = await page.evaluate(() => scrollY);
    await kill();
    await again.click('button', 'Benign fasciculation syndrome');
    await page.waitForFunction((from) => scrollY > from, { polling: 100 }, before);
    await kill();
    await again.click('[role=switch]');
    await waitForMarks(page, (marks) => marks.length === 0);
    await kill();
    await again.click('[role=switch]');
    await waitForMarks(page);
    await again.close();
  });

  it('the options change how marks look, what is marked, a rule, and all back', async () => {
    const page = await world.show(demoPage());
    await seenMarks(page);
    await kill();
    const options = await world.launched.openExtensionPage('options.html');
    await kill();
    await click(options, 'label', 'Wavy');
    await expect.poll(() => markNames(page), { timeout: 20_000 }).toEqual(['fascicle-wavy-normal-teal']);
    await kill();
    await click(options, 'label', 'Nutrients');
    await seenMarks(page, (marks) => marks.length > 0 && marks.every(({ text }) => !/^magnesium$/i.test(text)));
    await kill();
    await click(options, 'label', 'Explain terms on web pages');
    await seenMarks(page, (marks) => marks.length === 0);
    await kill();
    await click(options, 'label', 'Explain terms on web pages');
    await seenMarks(page);
    expect(await stored(world)).toMatchObject({ settings: { markStyle: 'wavy', hiddenCategories: ['nutrient'] } });
  });

  it('a card opens its full entry in the panel, which leads on and back', async () => {
    const page = await world.show(demoPage());
    const mark = await waitForMark(page, 'fasciculation');
    await kill();
    await rest(page, mark);
    await waitForPopover(world.control, page);
    const asked = async () => {
      if ('panel' in (await stored(world, 'session'))) return true;
      await kill();
      await press(world.control, page, 'The full entry');
      await pause(1000);
      return 'panel' in (await stored(world, 'session'));
    };
    // A card that only just opened takes no click.
    await expect.poll(asked, { timeout: 40_000 }).toBe(true);
    await kill();
    const panel = await world.launched.openExtensionPage('sidepanel.html');
    await waitForText(panel, (text) => text.includes('Fasciculation') && text.includes('Sources'));
    await kill();
    await click(panel, '.related button', 'Muscle twitch');
    await waitForText(panel, (text) => text.includes('Muscle twitch') && text.includes('Sources'));
    await kill();
    await click(panel, 'button', 'Back');
    await panel.waitForFunction(() => document.querySelector('.entry-name')?.textContent === 'Fasciculation', {
      polling: 100,
    });
  });
});
