/** What leaves a page is let go: Chromium's debugger counts nodes, Firefox is asked to collect them. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { inWindow } from '../support/firefox-window.ts';
import { inEachBrowser } from '../support/world.ts';

const HOSTS = 200;
const ROUNDS = 5;
/** Asks the processes of pages to collect what nobody holds any more. */
const COLLECT = `for (const what of ['child-gc-request', 'child-cc-request', 'child-gc-request']) Services.obs.notifyObservers(null, what)`;

inEachBrowser('A page that comes and goes in parts', (world) => {
  /** How to count nodes that are alive, what left the page included. */
  const counter = async (tab: Page): Promise<() => Promise<number>> => {
    if (world.name === 'firefox')
      return async () => {
        await inWindow(world.launched, COLLECT);
        return (await tab.evaluate('came.filter((node) => node.deref() !== undefined).length')) as number;
      };
    const session = await tab.createCDPSession();
    return async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Memory.getDOMCounters')).nodes;
    };
  };

  for (const [kind, text] of [
    ['with terms', 'There is magnesium and riboflavin in it.'],
    ['without terms', 'There is nothing of interest in it.'],
  ] as const) {
    it(`${kind} keeps none of its old nodes alive`, async () => {
      const tab = await world.show(`<!doctype html><html lang="en"><title>x</title><body><h1>Top</h1>
        <p>${text}</p><main id="main"></main><script>
        came = [];
        come = () => { main.innerHTML = '<section><h2>One</h2>${`<x-part></x-part><p>${text}</p>`.repeat(HOSTS)}</section>';
          for (const part of main.querySelectorAll('x-part'))
            part.attachShadow({ mode: 'open' }).innerHTML = '<p>${text}</p>';
          for (const node of main.querySelectorAll('*')) came.push(new WeakRef(node)); };
        go = () => { main.innerHTML = '<p>Gone.</p>'; };</script>`);
      const nodes = await counter(tab);
      if (kind === 'with terms') await waitForMarks(tab);
      else await pause(1000);
      const before = await nodes();
      for (let i = 0; i < ROUNDS; i++) {
        await tab.evaluate('come()');
        await pause(700);
        await tab.evaluate('go()');
        await pause(300);
      }
      // Elements without a root are looked at once more after some seconds.
      await expect.poll(nodes, { timeout: 40_000, interval: 1000 }).toBeLessThan(before + HOSTS);
    });
  }
});
