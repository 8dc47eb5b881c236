/** The main job, done step by step by a reader without hands, with a picture of each step. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Launched } from './launch.ts';
import { open, pause, rest, waitForMarks, waitForPopover } from './reader.ts';

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
  say(`2. Resting on “${mark.text}” shows: ${popover?.text.split('\n').slice(0, 3).join(' — ')}`);
  await picture(page, '2-popover');
  await page.keyboard.press('Escape');

  await control.bringToFront();
  await control.type('input', 'magnesum');
  const result = await control.waitForSelector('[role=option]');
  say(`3. Searching “magnesum” finds: ${await result?.evaluate((option) => option.textContent)}`);
  await picture(control, '3-search');

  const host = new URL(url).hostname;
  await page.bringToFront();
  await setRule(control, host, 'off');
  await waitForMarks(page, (all) => all.length === 0);
  say(`4. Switched off on ${host}: no marks.`);
  await picture(page, '4-off');
  await setRule(control, host, 'on');
  const back = await waitForMarks(page);
  say(`5. Switched on again: ${back.length} marks near the viewport.`);
  await picture(page, '5-on');
}

/** What the popup's site switch stores. */
async function setRule(control: Page, host: string, rule: 'on' | 'off'): Promise<void> {
  await control.evaluate((key, value) => chrome.storage.local.set({ [key]: value }), `rule:${host}`, rule);
}
