/** Off means off: seen through the debugger of Chromium, which alone can look into the extension's world of a page. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { alive, listeners, ownWorlds } from '../support/own-world.ts';
import { inEachBrowser } from '../support/world.ts';

const ARTICLE = `<!doctype html><html lang="en"><title>x</title><body>
  <p>There is magnesium in it, and then there are fasciculations.</p>`;

/** What there is of us in a page. */
interface Presence {
  /** Our scripts that the page's process has parsed. */
  readonly scripts: readonly string[];
  /** Observers, highlights and abort signals that are alive in our world. */
  readonly objects: Readonly<Record<string, number>>;
  /** Listeners of our world at the window and the document. */
  readonly listeners: number;
}
const OBSERVED = ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'Highlight', 'StaticRange'];

inEachBrowser('On a site that is switched off', (world) => {
  /** Opens the article with the debugger attached from the start; asks once the page is quiet. */
  const presence = async (): Promise<Presence> => {
    const page = await world.launched.browser.newPage();
    const { session, contexts } = await ownWorlds(page, world.launched.extensionUrl);
    const scripts: string[] = [];
    session.on('Debugger.scriptParsed', ({ url }) => {
      if (url.startsWith(world.launched.extensionUrl)) scripts.push(url.slice(world.launched.extensionUrl.length));
    });
    await session.send('Debugger.enable');
    world.pages.set('/article', { body: ARTICLE });
    await page.goto(`${world.server.url}article`, { waitUntil: 'load' });
    await page.bringToFront();
    await expect.poll(() => contexts.length).toBeGreaterThan(0);
    await settled(page);
    const id = contexts.at(-1) as number;
    const objects: Record<string, number> = {};
    for (const name of OBSERVED) objects[name] = await alive(session, id, name);
    return { scripts: [...new Set(scripts)], objects, listeners: await listeners(session, id) };
  };
  const settled = async (page: Page) => {
    const on = Object.keys(await world.control.evaluate(() => chrome.storage.local.get('rule:localhost'))).length === 0;
    if (on) await waitForMarks(page);
    await pause(1500);
  };

  it.runIf(world.name === 'chromium')(
    'nothing of us stays in the page: no observer, no listener, no lexicon',
    async () => {
      const on = await presence();
      expect(on.scripts).toEqual(['content-script.js', 'page-engine.js']);
      expect(on.objects.MutationObserver).toBeGreaterThan(0);
      expect(on.objects.IntersectionObserver).toBeGreaterThan(0);
      expect(on.objects.StaticRange).toBe(2);
      expect(on.listeners).toBeGreaterThan(0);
      await world.control.evaluate(() => chrome.storage.local.set({ 'rule:localhost': 'off' }));
      const off = await presence();
      expect(off).toEqual({
        scripts: ['content-script.js'],
        objects: Object.fromEntries(OBSERVED.map((name) => [name, 0])),
        listeners: 0,
      });
      await world.control.evaluate(() => chrome.storage.local.clear());
    },
  );

  it.runIf(world.name === 'chromium')('no timer of ours is set', async () => {
    const timers = async () => {
      const page = await world.launched.browser.newPage();
      world.pages.set('/article', { body: ARTICLE });
      await page.bringToFront();
      await page.tracing.start({ categories: ['devtools.timeline'] });
      await page.goto(`${world.server.url}article`, { waitUntil: 'load' });
      await settled(page);
      const trace = new TextDecoder().decode((await page.tracing.stop()) ?? new Uint8Array());
      const { traceEvents } = JSON.parse(trace) as { traceEvents: { name: string }[] };
      return traceEvents.filter(({ name }) => name === 'TimerInstall').length;
    };
    expect(await timers()).toBeGreaterThan(0);
    await world.control.evaluate(() => chrome.storage.local.set({ 'rule:localhost': 'off' }));
    expect(await timers()).toBe(0);
    await world.control.evaluate(() => chrome.storage.local.clear());
  });
});
