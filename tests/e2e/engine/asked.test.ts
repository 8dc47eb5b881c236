/** What the script of every frame asks for, counted: it runs in a plain page, with an extension's API that only counts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/lib/find-browser.ts';
import { buildFolder } from '../../../scripts/lib/launch.ts';
import { pause } from '../../../scripts/lib/reader.ts';
import { type Server, serve } from '../../../scripts/lib/serve.ts';
import { launchPlain } from '../support/plain-browser.ts';
import { ROOT } from '../support/world.ts';

interface Counts {
  /** Readings of storage. */
  readonly reads: number;
  readonly messages: number;
  /** Observers of any kind, and listeners in the page and to storage that were not taken away. */
  readonly observers: number;
  readonly listeners: number;
}

/** Counts; the answer to each reading of storage is `stored`. */
const COUNTING = (stored: string) => `
  counts = { reads: 0, messages: 0, observers: 0, listeners: 0 };
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    const real = globalThis[name];
    globalThis[name] = class extends real { observe(...what) { counts.observers++; return super.observe(...what); } };
  }
  const { addEventListener: add } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (this === window || this instanceof Node) {
      counts.listeners++;
      if (options?.signal) add.call(options.signal, 'abort', () => counts.listeners--);
    }
    return add.call(this, type, listener, options);
  };
  chrome = {
    runtime: { id: 'x', sendMessage: async () => void counts.messages++, onMessage: { addListener() {}, removeListener() {} } },
    storage: {
      local: { get: async () => { counts.reads++; return ${stored}; } },
      onChanged: { addListener: () => void counts.listeners++, removeListener: () => void counts.listeners-- },
    },
  };`;

const TERMS = '<p>There is magnesium in it.</p>';
const PAGES: Readonly<Record<string, readonly [body: string, stored: string]>> = {
  on: [TERMS, '{}'],
  off: [TERMS, "{ 'rule:localhost': 'off' }"],
  unanswered: [TERMS, 'counts.reads === 1 ? new Promise(() => undefined) : {}'],
  nothing: ['<p>Nothing of interest.</p>', '{}'],
};

describe.each(['chromium', 'firefox'] as const)('The script of every frame, in %s,', (name) => {
  describe.skipIf(findBrowser(name) === undefined)('asks', () => {
    let server: Server;
    let browser: Browser;
    beforeAll(async () => {
      const script = readFileSync(join(buildFolder(ROOT, name), 'content-script.js'), 'utf8').replaceAll('</', '<\\/');
      server = await serve((path) => {
        const [body, stored] = PAGES[path.slice(1)] ?? ['', '{}'];
        return {
          body: `<!doctype html><html lang="en"><title>x</title><body>${body}
            <script>${COUNTING(stored)}</script><script>${script}</script>`,
        };
      });
      browser = await launchPlain(name);
    });
    afterAll(async () => {
      await browser.close();
      await server.close();
    });

    const open = async (path: string): Promise<Page> => {
      const page = await browser.newPage();
      await page.goto(server.url + path);
      await page.waitForFunction('counts.reads > 0');
      return page;
    };
    const countsOf = (page: Page) => page.evaluate('counts') as Promise<Counts>;
    /** Leaves the page, and comes back to it as it was left. */
    const leaveAndComeBack = async (page: Page) => {
      const isAt = (path: string) =>
        expect.poll(() => page.evaluate('location.pathname').catch(() => undefined)).toBe(path);
      const path = (await page.evaluate('location.pathname')) as string;
      await page.evaluate('cameBack = false; void (onpageshow = (event) => { cameBack = event.persisted; })');
      await page.goto(`${server.url}elsewhere`);
      // Firefox never says that it went back.
      await page.evaluate('void setTimeout(() => history.back(), 10)');
      await isAt(path);
      expect(await page.evaluate('globalThis.cameBack')).toBe(true);
    };

    it('for storage once where it is off, and leaves nothing behind', async () => {
      const on = await open('on');
      await expect.poll(async () => (await countsOf(on)).messages).toBeGreaterThan(0);
      const counted = await countsOf(on);
      expect(counted.observers).toBeGreaterThan(0);
      expect(counted.listeners).toBeGreaterThan(0);
      const off = await open('off');
      await pause(1500);
      expect(await countsOf(off)).toEqual({ reads: 1, messages: 0, observers: 0, listeners: 0 });
    });

    it('anew where the page was left before it was answered, and came back', async () => {
      const page = await open('unanswered');
      await leaveAndComeBack(page);
      await expect.poll(async () => (await countsOf(page)).messages).toBeGreaterThan(0);
      expect((await countsOf(page)).reads).toBe(2);
    });

    it('no more than what was switched meanwhile where a page without terms was left and came back', async () => {
      const page = await open('nothing');
      await pause(500);
      const before = await countsOf(page);
      await leaveAndComeBack(page);
      // Longer than it waits between two starts.
      await pause(3000);
      expect(await countsOf(page)).toEqual({ ...before, reads: before.reads + 1 });
    });
  });
});
