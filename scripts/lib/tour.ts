/** The main job, done step by step by a reader without hands, with a picture of each step. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Launched } from './launch.ts';
import { afterWelcome, open, pause, rest, waitForMarks, waitForPopover } from './reader.ts';
import { openPopup } from './real-popup.ts';

/** Takes the tour on the page at `url`; pictures go into `folder`, words to `say`. Throws where a step fails. */
export async function takeTour(
  launched: Launched,
  url: string,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const picture = async (page: Page, step: string) => {
    const path = join(folder, `${step}.png`);
    await page.screenshot({ path: path as `${string}.png` });
    say(`  picture: ${path}`);
  };
  const control = await launched.openExtensionPage('popup.html');
  await afterWelcome(control);
  const page = await open(launched, url);

  const marks = await waitForMarks(page);
  // Marks near the viewport come first; a moment later the rest of them is there.
  await pause(500);
  const texts = [...new Set((await waitForMarks(page)).map(({ text }) => text))];
  say(`1. Marked ${texts.length} different terms: ${texts.join(', ')}`);
  await picture(page, '1-marks');

  const mark = marks.find(({ text }) => /fasciculation/i.test(text)) ?? marks[0];
  if (!mark) throw new Error('There is no mark to rest on.');
  await rest(page, mark);
  const popover = await waitForPopover(control, page);
  const [category, name, answer] = (popover?.text ?? '').split('\n').filter((line) => line.trim() !== '');
  say(`2. Resting on “${mark.text}” shows: ${name} (${category}). ${answer}`);
  await picture(page, '2-popover');
  await page.keyboard.press('Escape');

  const popup = await openPopup(launched, control);
  await popup.type('magnesum');
  await popup.waitFor('[role=option]', 'Magnesium');
  const found = await popup.text();
  say(`3. Searching “magnesum” in the popup finds: ${found.split('\n').find((line) => line.includes('Magnesium'))}`);
  await popup.close();
  await control.bringToFront();
  await control.type('input', 'magnesum');
  await control.waitForSelector('[role=option]');
  await picture(control, '3-search');

  await page.bringToFront();
  const host = new URL(url).hostname;
  await flipSwitch(launched, control);
  await waitForMarks(page, (all) => all.length === 0);
  say(`4. Switched off on ${host} in the popup: no marks.`);
  await picture(page, '4-off');
  await flipSwitch(launched, control);
  const back = await waitForMarks(page);
  say(`5. Switched on again: ${back.length} marks near the viewport.`);
  await picture(page, '5-on');
}

/** Flips the popup's switch for the site of the tab in front. */
async function flipSwitch(launched: Launched, control: Page): Promise<void> {
  const popup = await openPopup(launched, control);
  await popup.click('[role=switch]');
  await pause(300);
  await popup.close();
}
