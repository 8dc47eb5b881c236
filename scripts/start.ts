/**
 * `npm start [-- --browser chromium|firefox] [--headless]`: builds the extension and opens it in a real browser with a
 * fresh profile, on a demo article. Without a display it takes a tour by itself and leaves a picture of each step.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoPage } from './lib/demo-page.ts';
import { type BrowserName, findBrowser, findOrInstallBrowser, howToInstall } from './lib/find-browser.ts';
import { launch } from './lib/launch.ts';
import { afterWelcome, open } from './lib/reader.ts';
import { run } from './lib/run.ts';
import { serve } from './lib/serve.ts';
import { takeTour } from './lib/tour.ts';

const { values } = parseArgs({
  options: { browser: { type: 'string' }, headless: { type: 'boolean', default: false } },
});
const name = chooseBrowser(values.browser);
const root = process.cwd();
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = values.headless || !hasDisplay;

console.log(`Building Fascicle for ${name} …`);
if (!run('wxt', ['build', '--browser', name === 'chromium' ? 'chrome' : 'firefox', '--mv3'])) process.exit(1);
const server = await serve((path) => (path === '/' ? { body: demoPage() } : undefined));
console.log(`Starting ${name}${headless ? ' without a window, for a tour that takes itself' : ''} …`);
const launched = await launch({ name, headless, root });

if (headless) {
  const folder = join(root, '.output/tour');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await takeTour(launched, server.url, folder, console.log);
    console.log('That was all. Where there is a display, npm start opens a window to try it in.');
  } finally {
    await launched.close();
    await server.close();
  }
} else {
  const control = await launched.openExtensionPage('popup.html');
  await afterWelcome(control);
  await open(launched, server.url);
  await control.close();
  console.log(
    `The demo article is at ${server.url}; rest the pointer on an underlined word. Close the browser to end.`,
  );
  await new Promise((resolve) => {
    launched.browser.once('disconnected', resolve);
  });
  await server.close();
}

/** The browser asked for, else the first installed, else Chromium installed now; ends the program where there is none. */
function chooseBrowser(asked: string | undefined): BrowserName {
  if (asked !== undefined && asked !== 'chromium' && asked !== 'firefox') {
    console.error(`--browser takes chromium (for Chrome and Edge too) or firefox, not "${asked}".`);
    process.exit(2);
  }
  const choice = asked ?? (findBrowser('chromium') ? 'chromium' : findBrowser('firefox') ? 'firefox' : 'chromium');
  if (findOrInstallBrowser(choice)) return choice;
  console.error(howToInstall(choice));
  process.exit(1);
}
