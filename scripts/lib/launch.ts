/** Starts a real browser with the built extension in a fresh profile: for the tour, the tests and the benchmarks alike. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { FIREFOX_ID } from '../../manifest.config.ts';
import { type BrowserName, findBrowser, howToInstall } from './find-browser.ts';

/** Firefox gives each profile a random address for an extension; a fixed one lets pages be opened by name. */
const FIREFOX_UUID = '6f6d5c3e-6d4f-4c70-8e57-5c1f5a0c1e01';
/** Quiet, and offline but for the pages that the caller serves. */
const CHROMIUM_FLAGS = [
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--host-resolver-rules=MAP insecure.test 127.0.0.1',
];

export interface LaunchChoice {
  readonly name: BrowserName;
  readonly headless: boolean;
  /** Root of the project; the build is taken from its `.output`. */
  readonly root: string;
  /** Keeps the profile in this folder, so that a restart finds it again. */
  readonly profile?: string;
  /** Width and height of the viewport in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Chromium's command line. */
  readonly flags?: readonly string[];
  /** Firefox's preferences. */
  readonly preferences?: Readonly<Record<string, unknown>>;
  /** Another unpacked extension than the project's own, for comparisons. */
  readonly extension?: string;
}

/** A running browser with the extension in it. */
export interface Launched {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Address of the extension's root, with a slash at its end. */
  readonly extensionUrl: string;
  /** Opens one of the extension's own pages in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** The folder of the built extension for `name`. */
export function buildFolder(root: string, name: BrowserName): string {
  return join(root, '.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}

/** Throws where the browser or the build is missing. */
export async function launch(choice: LaunchChoice): Promise<Launched> {
  const executablePath = findBrowser(choice.name);
  if (!executablePath) throw new Error(howToInstall(choice.name));
  const extension = choice.extension ?? buildFolder(choice.root, choice.name);
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`No build in ${extension}: run "npm run build".`);
  const shared: LaunchOptions = {
    executablePath,
    headless: choice.headless,
    defaultViewport: choice.headless ? (choice.viewport ?? { width: 1100, height: 800 }) : null,
    ...(choice.profile && { userDataDir: choice.profile }),
  };
  return choice.name === 'chromium'
    ? launchChromium(shared, extension, choice.flags ?? [])
    : launchFirefox(shared, extension, choice.preferences ?? {});
}

async function launchChromium(shared: LaunchOptions, extension: string, flags: readonly string[]): Promise<Launched> {
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({
    ...shared,
    browser: 'chrome',
    pipe: true,
    enableExtensions: [extension],
    args: [...CHROMIUM_FLAGS, ...sandbox, ...flags],
  });
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'),
  );
  const extensionUrl = new URL('/', worker.url()).href;
  return {
    name: 'chromium',
    browser,
    extensionUrl,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(extensionUrl + path);
      return page;
    },
    close: () => browser.close(),
  };
}

async function launchFirefox(
  shared: LaunchOptions,
  extension: string,
  preferences: Readonly<Record<string, unknown>>,
): Promise<Launched> {
  const browser = await puppeteer.launch({
    ...shared,
    browser: 'firefox',
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      // A temporary add-on would lose its storage at the end of the session; a restart is to find it again.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'datareporting.policy.dataSubmissionEnabled': false,
      'browser.safebrowsing.update.enabled': false,
      'app.normandy.enabled': false,
      ...preferences,
    },
  });
  await browser.installExtension(extension);
  const extensionUrl = `moz-extension://${FIREFOX_UUID}/`;
  return {
    name: 'firefox',
    browser,
    extensionUrl,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      // The promise of such a load never settles in Firefox; the page itself says when it is there.
      await page.goto(extensionUrl + path, { timeout: 1500 }).catch(() => undefined);
      await page.waitForFunction(
        (url) => location.href.startsWith(url) && document.readyState === 'complete',
        // The welcome page of a fresh install may have come in front: there are no frames to look again in.
        { polling: 100 },
        extensionUrl,
      );
      return page;
    },
    close: () => browser.close(),
  };
}
