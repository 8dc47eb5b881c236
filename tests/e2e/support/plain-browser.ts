/** The same browser without us: what every comparison stands on. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserName, findBrowser, howToInstall } from '../../../scripts/lib/find-browser.ts';

/** Throws where the browser is missing. */
export async function launchPlain(name: BrowserName): Promise<Browser> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(howToInstall(name));
  // Chromium refuses its sandbox to root.
  const args = name === 'chromium' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    browser: name === 'chromium' ? 'chrome' : 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1100, height: 800 },
    args,
  });
}
