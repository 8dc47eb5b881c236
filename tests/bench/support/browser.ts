/** Chromium without any extension, for what needs a page and nothing else. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser, howToInstall } from '../../../scripts/lib/find-browser.ts';

/** Throws where there is no Chromium. */
export function bareBrowser(): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(howToInstall('chromium'));
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    executablePath,
    headless: true,
    args: ['--disable-quic', ...sandbox],
    protocolTimeout: 600_000,
  });
}
