/** Pages that nobody looks at: they wait, and have their marks when somebody does. */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { marksOn, pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';

const P = '<p>There is magnesium in it, and then there are fasciculations.</p>';
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>x</title><body>${body}<script>
    addEventListener('pageshow', ({ persisted }) => { cameBack = persisted; });</script>`;

inEachBrowser('A page that waits', (world) => {
  beforeAll(() => {
    world.pages.set('/other', { body: page('<p>Nothing here.</p>') });
  });

  it('in a tab behind another has no marks, and has them when it shows, written anew meanwhile or not', async () => {
    world.pages.set('/behind', { body: page(P) });
    const behind: Page[] = [];
    for (let i = 0; i < 2; i++) behind.push(await world.launched.browser.newPage());
    await (await world.show(page('<p>in front</p>'))).bringToFront();
    for (const tab of behind) await tab.goto(`${world.server.url}behind`);
    expect(await behind[0]?.evaluate('document.visibilityState')).toBe('hidden');
    await pause(1500);
    for (const tab of behind) expect(await marksOn(tab)).toEqual([]);
    await behind[1]?.evaluate("document.open(); document.write('<p>riboflavin and potassium</p>'); document.close()");
    for (const tab of behind) {
      await tab.bringToFront();
      await waitForMarks(tab, (marks) => marks.length === 2);
    }
  });

  // Firefox does not prerender.
  it.runIf(world.name === 'chromium')('prerendered has its marks when the reader goes there', async () => {
    world.pages.set('/next', { body: page(P) });
    const tab = await world.show(
      page(`<p><a href="/next">next</a></p>
        <script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>`),
    );
    await pause(2000);
    await tab.click('a');
    await expect.poll(() => tab.evaluate('location.pathname').catch(() => '')).toBe('/next');
    expect(await tab.evaluate("performance.getEntriesByType('navigation')[0].activationStart")).toBeGreaterThan(0);
    await waitForMarks(tab, (marks) => marks.length === 2);
  });

  it('in the back-forward cache while its site is switched on has its marks when it is back', async () => {
    await world.control.evaluate(() => chrome.storage.local.set({ 'rule:localhost': 'off' }));
    const tab = await world.show(page(P));
    await pause(1000);
    expect(await marksOn(tab)).toEqual([]);
    await tab.goto(`${world.server.at('127.0.0.1')}other`);
    await world.control.evaluate(() => chrome.storage.local.remove('rule:localhost'));
    await pause(500);
    await tab.evaluate(() => setTimeout(() => history.back(), 10));
    await expect.poll(() => tab.evaluate('globalThis.cameBack').catch(() => false)).toBe(true);
    await waitForMarks(tab, (marks) => marks.length === 2);
  });

  it('in the back-forward cache while its site is switched off has no marks when it is back, and gets none', async () => {
    for (const body of [P, '<p id="quiet">Nothing of interest.</p>']) {
      const tab = await world.show(page(body));
      if (body === P) await waitForMarks(tab);
      else await pause(1000);
      await tab.goto(`${world.server.at('127.0.0.1')}other`);
      await world.control.evaluate(() => chrome.storage.local.set({ 'rule:localhost': 'off' }));
      await pause(500);
      await tab.evaluate(() => setTimeout(() => history.back(), 10));
      await expect.poll(() => tab.evaluate('globalThis.cameBack').catch(() => false)).toBe(true);
      await pause(1000);
      await tab.evaluate((html) => {
        document.body.innerHTML = html;
      }, P);
      await pause(2000);
      expect(await marksOn(tab)).toEqual([]);
      await world.control.evaluate(() => chrome.storage.local.clear());
      await tab.close();
    }
  });
});
