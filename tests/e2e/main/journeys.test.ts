/** The main journeys, in the built extension, through its real popup. */
import { expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { marksOn, pause, press, rest, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { openPopup } from '../../../scripts/lib/real-popup.ts';
import { inEachBrowser, stopWorker } from '../support/world.ts';

inEachBrowser('A reader', (world) => {
  const article = async () => {
    const page = await world.show(demoPage());
    const marks = await waitForMarks(page);
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

  it.runIf(world.name === 'chromium')('searches in the popup, misspelt, and reads the entry there', async () => {
    await article();
    const popup = await openPopup(world.launched, world.control);
    await popup.type('magnesum');
    await popup.waitForText((text) => text.includes('Magnesium'));
    await popup.press('Enter');
    const entry = await popup.waitForText((text) => text.includes('NIH Office of Dietary Supplements'));
    expect(entry).toContain('evidence');
    await popup.close();
  });

  it.runIf(world.name === 'chromium')('steps from the popup’s list to a mention further down', async () => {
    const { page } = await article();
    const before = await page.evaluate(() => scrollY);
    const popup = await openPopup(world.launched, world.control);
    await popup.click('button', 'Benign fasciculation syndrome');
    await page.waitForFunction((from) => scrollY > from, {}, before);
    await popup.close();
  });

  it.runIf(world.name === 'chromium')(
    'switches the site off in the popup: two tabs lose their marks, a restart keeps it so, the switch brings them back',
    async () => {
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
    },
  );

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
