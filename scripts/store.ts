/**
 * `npm run store`: what the stores show, into `store/`: pictures of the built extension at 1280 × 800, a small tile, the icon,
 * and the listing's texts. Needs Chromium and a build (`npm run build -- chrome`).
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { demoPage } from './lib/demo-page.ts';
import { launch } from './lib/launch.ts';
import { open, pause, rest, waitForMark, waitForMarks, waitForPopover } from './lib/reader.ts';
import { serve } from './lib/serve.ts';
import { listing } from './lib/store-listing.ts';

const FOLDER = 'store';
/** Chrome, Edge and Firefox all take this size. */
const PICTURE = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

mkdirSync(FOLDER, { recursive: true });
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
writeFileSync(join(FOLDER, 'listing.md'), listing(version));
copyFileSync('.output/chrome-mv3/icons/128.png', join(FOLDER, 'icon-128.png'));

const server = await serve((path) => ({ body: path === '/tile' ? tile() : demoPage() }));
const launched = await launch({ name: 'chromium', headless: true, root: process.cwd(), viewport: PICTURE });
try {
  const control = await launched.openExtensionPage('popup.html');
  const page = await open(launched, server.url);
  await waitForMarks(page);
  await pause(500);
  await picture(page, '1-marks');
  const mark = await waitForMark(page, 'fasciculation');
  await rest(page, mark);
  await waitForPopover(control, page);
  await pause(500);
  await picture(page, '2-card');
  const panel = await launched.openExtensionPage('sidepanel.html#magnesium');
  await pause(500);
  await picture(panel, '3-entry');
  const options = await launched.openExtensionPage('options.html');
  await pause(500);
  await picture(options, '4-options');
  const dark = await open(launched, server.url);
  await dark.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await waitForMarks(dark);
  await pause(500);
  await picture(dark, '5-dark');
  const tilePage = await open(launched, `${server.url}tile`);
  await tilePage.setViewport(TILE);
  await picture(tilePage, 'tile-440x280');
} finally {
  await launched.close();
  await server.close();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
}

function tile(): string {
  const icon = readFileSync('public/icon.svg', 'utf8');
  return `<!doctype html><html lang="en"><style>
    body { margin: 0; height: 280px; display: grid; place-content: center; justify-items: center; gap: 12px;
      background: #f4f7f6; color: #14302c; font: 600 34px/1.1 Georgia, serif; }
    svg { width: 84px; height: 84px } p { margin: 0; font: 400 17px/1.4 system-ui, sans-serif; text-align: center }
    </style>${icon}Fascicle<p>Explains health terms<br>where you read them</p>`;
}
