/** A reader who writes in an editor with real keys, the same with us and without. */
import type { KeyInput, Page } from 'puppeteer-core';
import type { BrowserName } from '../../../../scripts/lib/find-browser.ts';

/** More than any editor has steps to undo. */
const ALL = 8;

/** Writes in the editor of `#place`; answers what it holds after each step. */
export async function write(name: BrowserName, page: Page, meanwhile: () => Promise<void>): Promise<string[]> {
  const states: string[] = [];
  const { keyboard } = page;
  const times = async (count: number, ...keys: KeyInput[]) => {
    const held = keys.slice(0, -1);
    for (const key of held) await keyboard.down(key);
    for (let i = 0; i < count; i++) await keyboard.press(keys.at(-1) as KeyInput);
    for (const key of held.reverse()) await keyboard.up(key);
  };
  const press = (...keys: KeyInput[]) => times(1, ...keys);
  /** Waits for the editor to know where the selection is: browsers tell it some time after the key. */
  const moving = async (move: () => Promise<void>) => {
    const before = await page.evaluate("editors.state('place')");
    await move();
    await page.waitForFunction(`editors.state('place') !== ${JSON.stringify(before)}`, { polling: 20 });
  };
  const note = async (step: string) => {
    states.push(`${step}: ${await page.evaluate("editors.settled('place')")}`);
  };

  await moving(() => page.click('#place', { offset: { x: 100, y: 12 } }));
  await moving(() => press('Control', 'End'));
  await keyboard.type(' And calcium helps.');
  await note('typed');
  await press('Enter');
  await keyboard.type('Thiamine, magnesiumm');
  await note('a paragraph more');
  await press('Backspace');
  await press('Enter');
  await times(2, 'Backspace');
  await note('joined again');
  for (let i = 0; i < 4; i++) await moving(() => press('Shift', 'ArrowLeft'));
  await press('Control', 'b');
  await note('bold');
  await times(ALL, 'Control', 'z');
  await note('undone');
  await times(ALL, 'Control', 'Shift', 'Z');
  await note('done again');
  await moving(() => press('Control', 'a'));
  await press('Control', 'c');
  await moving(() => press('Control', 'End'));
  await press('Enter');
  await moving(() => press('Control', 'v'));
  await note('pasted');
  await meanwhile();
  await keyboard.type(' potassium ');
  await note('typed on');
  if (name === 'chromium') {
    await compose(page);
    await note('composed');
  }
  await page.mouse.click(1000, 300);
  await note('left');
  return states;
}

/** As an input method does: a word that changes while it is sought, then stays. */
async function compose(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  for (const text of ['zin', 'zinc', 'zincか', 'zinc亜鉛'])
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await session.send('Input.insertText', { text: 'zinc亜鉛' });
  await session.detach();
}
