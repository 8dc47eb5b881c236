/**
 * `node scripts/pages-pictures.ts [name …] [--to FOLDER]`: pictures of our own pages in all their states, light, dark and in
 * forced colours, narrow and wide, to be looked at one by one. Needs a build for Chromium (`npm run build -- chrome`).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { demoPage } from './lib/demo-page.ts';
import { launch } from './lib/launch.ts';
import { open, pause, waitForMarks } from './lib/reader.ts';
import { serve } from './lib/serve.ts';

const SCHEMES = ['light', 'dark', 'forced'] as const;
/** CSS pixels: a narrow sidebar or telephone, the popup, a wide window. */
const WIDTHS = { narrow: 320, popup: 400, wide: 780 } as const;

interface State {
  /** The real popup above an article, or a page of its own. */
  readonly page: 'popup' | 'sidepanel.html' | 'options.html' | 'welcome.html';
  readonly widths: readonly (keyof typeof WIDTHS)[];
  readonly stored?: Readonly<Record<string, unknown>>;
  /** Where the popup is opened instead of above the article. */
  readonly above?: string;
  readonly hash?: string;
  readonly act?: (page: Page) => Promise<void>;
}

const typing = (text: string) => async (page: Page) => {
  await page.focus('input[role=combobox]');
  await page.keyboard.type(text);
  await pause(500);
};
const pressing = (text: string) => async (page: Page) => {
  await page.evaluate((part) => {
    const all = [...document.querySelectorAll<HTMLElement>('button, label, summary')];
    all.find((element) => element.textContent?.includes(part))?.click();
  }, text);
  await pause(400);
};
const first =
  (...acts: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const act of acts) await act(page);
  };
const bottom = (page: Page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight));
const all = ['narrow', 'popup', 'wide'] as const;

const STATES: Readonly<Record<string, State>> = {
  'popup-home': { page: 'popup', widths: ['popup'] },
  'popup-search': { page: 'popup', widths: ['popup'], act: typing('charley ho') },
  'popup-nothing': { page: 'popup', widths: ['popup'], act: typing('zzqx vbnm') },
  'popup-entry': { page: 'popup', widths: ['popup'], act: first(typing('magnes'), pressEnter) },
  'popup-finder': { page: 'popup', widths: ['popup'], act: pressing('What could be') },
  'popup-finder-ticked': {
    page: 'popup',
    widths: ['popup'],
    act: first(pressing('What could be'), pressing('loss of strength'), pressing('coffee')),
  },
  'popup-off-here': { page: 'popup', widths: ['popup'], stored: { 'rule:localhost': 'off' } },
  'popup-off-everywhere': { page: 'popup', widths: ['popup'], stored: { settings: { enabled: false } } },
  'popup-listed': { page: 'popup', widths: ['popup'], stored: { settings: { mode: 'listed' } } },
  'popup-paused': { page: 'popup', widths: ['popup'], stored: { pause: { until: 'restart' } } },
  'popup-undo': { page: 'popup', widths: ['popup'], act: pressSwitch },
  'popup-browser-page': { page: 'popup', widths: ['popup'], above: 'chrome://version/' },
  'panel-home': { page: 'sidepanel.html', widths: all },
  'panel-categories': { page: 'sidepanel.html', widths: ['narrow'], act: pressing('By category') },
  'panel-entry': { page: 'sidepanel.html', widths: all, hash: '#eyelid-twitch' },
  'panel-finder': { page: 'sidepanel.html', widths: ['wide'], act: pressFinder },
  options: { page: 'options.html', widths: all },
  'options-middle': {
    page: 'options.html',
    widths: ['popup', 'wide'],
    act: (page) => page.evaluate(() => scrollTo(0, 760)),
  },
  'options-end': { page: 'options.html', widths: ['popup', 'wide'], act: bottom },
  'options-damaged': { page: 'options.html', widths: ['wide'], stored: { settings: { dwell: 'x', theme: 4 } } },
  'options-reset': { page: 'options.html', widths: ['wide'], act: first(pressing('Reset everything'), bottom) },
  'options-rules': {
    page: 'options.html',
    widths: ['wide', 'narrow'],
    stored: Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `rule:a-rather-long-name-of-a-site-${i}.example.org/forum`,
        i % 3 ? 'off' : 'on',
      ]),
    ),
    act: (page) => page.evaluate(() => document.querySelector('.rules')?.scrollIntoView({ block: 'center' })),
  },
  welcome: { page: 'welcome.html', widths: all },
  'welcome-card': { page: 'welcome.html', widths: ['wide'], act: firstMark },
};

async function pressEnter(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await pause(600);
}
async function pressSwitch(page: Page): Promise<void> {
  await page.click('[role=switch]');
  await pause(500);
}
async function pressFinder(page: Page): Promise<void> {
  await page.click('button[aria-label^="What could"]');
  await pause(400);
}
async function firstMark(page: Page): Promise<void> {
  await page.focus('.mark-keys button');
  await page.keyboard.press('Enter');
  await pause(600);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string', default: 'docs/pictures/pages' } },
});
mkdirSync(values.to, { recursive: true });
const server = await serve(() => ({ body: demoPage() }));
const launched = await launch({ name: 'chromium', headless: true, root: process.cwd() });
try {
  const control = await launched.openExtensionPage('popup.html');
  for (const [name, state] of Object.entries(STATES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    await control.evaluate(async (items) => {
      await chrome.storage.local.clear();
      await chrome.storage.local.set(items);
    }, state.stored ?? {});
    for (const scheme of SCHEMES) for (const width of state.widths) await take(control, name, state, scheme, width);
  }
} finally {
  await launched.close();
  await server.close();
}

async function take(
  control: Page,
  name: string,
  state: State,
  scheme: (typeof SCHEMES)[number],
  width: keyof typeof WIDTHS,
): Promise<void> {
  const { page, below } = await shown(control, state);
  const client = await page.createCDPSession();
  const features = [
    { name: 'prefers-color-scheme', value: scheme === 'dark' ? 'dark' : 'light' },
    { name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none' },
  ];
  await client.send('Emulation.setEmulatedMedia', { features });
  // The popup's window has the size that its content gives it, and takes no other.
  if (state.page !== 'popup') await page.setViewport({ width: WIDTHS[width], height: 720 });
  await pause(500);
  await state.act?.(page);
  const path = join(values.to, `${name}-${scheme}-${WIDTHS[width]}.png`);
  await page.screenshot({ path: path as `${string}.png` });
  console.log(path);
  await page.close().catch(() => undefined);
  await below?.close();
  if (state.page === 'popup' && name === 'popup-undo') await control.evaluate(() => chrome.storage.local.clear());
}

/** The page of a state, ready to be acted on, and the tab below it. */
async function shown(control: Page, state: State): Promise<{ page: Page; below?: Page }> {
  if (state.page !== 'popup') {
    const page = await launched.openExtensionPage(state.page + (state.hash ?? ''));
    await page.bringToFront();
    await pause(400);
    return { page };
  }
  const below = await open(launched, state.above ?? server.url);
  if (!state.above && !state.stored) await waitForMarks(below);
  await pause(300);
  await control.evaluate(() => chrome.action.openPopup());
  const target = await launched.browser.waitForTarget(
    (candidate) => candidate.url().endsWith('/popup.html') && candidate !== control.target(),
  );
  const page = await target.asPage();
  await page.waitForSelector('.site-host');
  return { page, below };
}
