/** One real browser with the built extension, and a web server of ours: what every end-to-end test stands on. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { type BrowserName, findBrowser } from '../../../scripts/lib/find-browser.ts';
import { buildFolder, type Launched, launch } from '../../../scripts/lib/launch.ts';
import { afterWelcome, open, pause } from '../../../scripts/lib/reader.ts';
import { type ServedPage, type Server, serve } from '../../../scripts/lib/serve.ts';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface World {
  readonly name: BrowserName;
  launched: Launched;
  server: Server;
  /** A page of the extension, which may look into the extension's own world of other tabs. */
  control: Page;
  /** What the server answers for a path; tests add to it. */
  readonly pages: Map<string, ServedPage>;
  /** Opens a path of the server in a new tab in front. */
  open(path: string): Promise<Page>;
  /** Serves `html` at a fresh path and opens it. */
  show(html: string, headers?: Readonly<Record<string, string>>): Promise<Page>;
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  /** Installs the extension anew under the open tabs, as an update does; its own close, and with its last tab Firefox ends. */
  replaceExtension(): Promise<void>;
}

/** Runs the tests of `define` in each browser that is installed. */
export function inEachBrowser(title: string, define: (world: World) => void): void {
  for (const name of ['chromium', 'firefox'] as const) {
    describe.skipIf(findBrowser(name) === undefined)(`${title}, in ${name}`, () => {
      const profile = mkdtempSync(join(tmpdir(), `fascicle-${name}-`));
      const world = makeWorld(name, profile);
      beforeAll(async () => {
        world.server = await serve((path) => world.pages.get(path) ?? fixture(path));
        await start(world, profile);
        await afterWelcome(world.control);
      });
      afterEach(async () => {
        for (const page of await world.launched.browser.pages()) if (page !== world.control) await page.close();
      });
      afterAll(async () => {
        await world.launched.close();
        await world.server.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      });
      define(world);
    });
  }
}

function makeWorld(name: BrowserName, profile: string): World {
  let fresh = 0;
  // Browsers ask for it, and would complain in the console of a page.
  const pages = new Map<string, ServedPage>([['/favicon.ico', { body: '', type: 'image/x-icon' }]]);
  const world: Omit<World, 'launched' | 'server' | 'control'> = {
    name,
    pages,
    open: (path) => open(full.launched, full.server.url + path.replace(/^\//, '')),
    show: (html, headers = {}) => {
      const path = `/page-${++fresh}`;
      pages.set(path, { body: html, headers });
      return full.open(path);
    },
    restart: async () => {
      await full.launched.close();
      await start(full, profile);
    },
    replaceExtension: async () => {
      await full.launched.browser.installExtension(buildFolder(ROOT, name));
      // The old script leaves its page when it notices that it is alone.
      await pause(3000);
      full.control = await full.launched.openExtensionPage('popup.html');
    },
  };
  const full = world as World;
  return full;
}

async function start(world: World, profile: string): Promise<void> {
  world.launched = await launch({ name: world.name, headless: true, root: ROOT, profile });
  world.control = await world.launched.openExtensionPage('popup.html');
  // Chromium wakes a worker only for what it listened to when it last ran: one that is ended at its very first start
  // is never woken again.
  await world.control.waitForFunction(
    () => chrome.runtime.sendMessage({ type: 'site-state', url: '' }).catch(() => undefined),
    { polling: 100 },
  );
}

const FIXTURES = join(ROOT, 'tests/fixtures/pages');
/** The pages of `tests/fixtures`, each a path of the server. */
export const fixtures: readonly string[] = readdirSync(FIXTURES);

function fixture(path: string): ServedPage | undefined {
  const name = path.slice(1);
  return fixtures.includes(name) ? { body: readFileSync(join(FIXTURES, name)) } : undefined;
}

/** Ends the background's worker as Chromium does after a while of idleness; the next event starts it anew. */
export async function stopWorker(world: World): Promise<void> {
  const target = world.launched.browser.targets().find((candidate) => candidate.type() === 'service_worker');
  if (!target) return;
  const session = await world.launched.browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const info = targetInfos.find(({ type, url }) => type === 'service_worker' && url === target.url());
  // It may have ended of itself by now.
  if (info) await session.send('Target.closeTarget', { targetId: info.targetId }).catch(() => undefined);
  await session.detach();
}
