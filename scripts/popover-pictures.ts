/**
 * `node scripts/popover-pictures.ts [name …]`: pictures of the popover's states, light and dark, into
 * `docs/pictures/popover/`. Needs a build for Chromium (`npm run build -- chrome`).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from './lib/launch.ts';
import { pause, popoverOn, press, rest, waitForMarks, waitForPopover } from './lib/reader.ts';
import { serve } from './lib/serve.ts';

const FOLDER = join(process.cwd(), 'docs/pictures/popover');
const PAGE = (
  scheme: string,
  style: string,
) => `<!doctype html><html lang="en"><meta name=color-scheme content=${scheme}>
  <meta name=viewport content="width=device-width"><title>Twitches</title>
  <body style="font:18px/1.6 Georgia,serif;max-width:36em;margin:28px auto;padding:0 20px;${style}">
  <h1 style="font-size:26px">When muscles twitch</h1>
  <p>A fasciculation is a small twitch. Often coffee or stress is behind it, sometimes a magnesium deficiency or
  hypocalcaemia. A doctor may ask for a serum magnesium test and look at vitamin B12 as well.</p>
  <p>Amyotrophic lateral sclerosis is what many fear; it is rare, and twitches without weakness hardly ever mean it.
  Zinc and potassium matter too.</p>`;

interface State {
  readonly mark: string;
  readonly width?: number;
  readonly height?: number;
  readonly style?: string;
  readonly touch?: boolean;
  readonly insecure?: boolean;
  readonly act?: (stage: { page: Page; control: Page }) => Promise<void>;
}

const STATES: Readonly<Record<string, State>> = {
  symptom: { mark: 'fasciculation' },
  nutrient: { mark: 'Zinc' },
  test: { mark: 'magnesium test' },
  compound: { mark: 'magnesium deficiency' },
  help: {
    mark: 'fasciculation',
    act: async ({ page, control }) => void (await popoverOn(control, page, 'When to get help')),
  },
  related: {
    mark: 'magnesium deficiency',
    act: async ({ page, control }) => {
      await press(control, page, 'Magnesium');
      await waitForPopover(control, page, (seen) => seen?.text.includes('Back') ?? false);
    },
  },
  below: {
    mark: 'Zinc',
    act: async ({ page, control }) => {
      const card = await popoverOn(control, page);
      if (card) await page.mouse.move(card.x + 100, card.y + 100, { steps: 6 });
      await page.mouse.wheel({ deltaY: 2000 });
      await pause(300);
    },
  },
  copied: { mark: 'fasciculation', act: ({ page, control }) => press(control, page, 'Copy') },
  'by-hand': { mark: 'fasciculation', insecure: true, act: ({ page, control }) => press(control, page, 'Copy') },
  undo: {
    mark: 'fasciculation',
    act: async ({ page, control }) => {
      await pause(400);
      await press(control, page, 'Don’t mark');
      await waitForPopover(control, page, (seen) => seen?.text.includes('Undo') ?? false);
      await control.evaluate(() => chrome.storage.local.clear());
    },
  },
  sheet: { mark: 'fasciculation', width: 360, height: 640, touch: true },
  zoomed: { mark: 'fasciculation', width: 550, height: 400 },
  small: { mark: 'fasciculation', width: 320, height: 200, style: 'margin-top:0' },
};

const wanted = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const pages = new Map<string, string>();
const server = await serve((path) => (pages.has(path) ? { body: pages.get(path) ?? '' } : undefined));
const launched = await launch({ name: 'chromium', headless: true, root: process.cwd() });
const control = await launched.openExtensionPage('popup.html');
try {
  for (const [name, state] of Object.entries(STATES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const scheme of ['light', 'dark']) await take(name, state, scheme);
  }
} finally {
  await launched.close();
  await server.close();
}

async function take(name: string, state: State, scheme: string): Promise<void> {
  pages.set(`/${name}-${scheme}`, PAGE(scheme, state.style ?? ''));
  const address = state.insecure ? server.at('insecure.test') : server.url;
  const page = await launched.browser.newPage();
  await page.setViewport({
    width: state.width ?? 760,
    height: state.height ?? 720,
    ...(state.touch && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
  });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${address}${name}-${scheme}`);
  await page.bringToFront();
  const isWanted = ({ text }: { text: string }) => text.startsWith(state.mark);
  const [mark] = (await waitForMarks(page, (marks) => marks.some(isWanted))).filter(isWanted);
  if (!mark) return;
  if (state.touch) await page.touchscreen.tap(mark.x + mark.width / 2, mark.y + mark.height / 2);
  else await rest(page, mark);
  await waitForPopover(control, page);
  await state.act?.({ page, control });
  await pause(400);
  const path = join(FOLDER, `${name}-${scheme}.png`);
  await page.screenshot({ path: path as `${string}.png` });
  console.log(path, JSON.stringify(await popoverOn(control, page)).slice(0, 60));
  await page.close();
}
