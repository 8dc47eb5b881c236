/** What leaves a page is let go: counted by the debugger of Chromium, which alone tells of nodes. */
import { expect, it } from 'vitest';
import { pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';

const HOSTS = 200;
const ROUNDS = 5;

inEachBrowser('A page that comes and goes in parts', (world) => {
  for (const [kind, text] of [
    ['with terms', 'There is magnesium and riboflavin in it.'],
    ['without terms', 'There is nothing of interest in it.'],
  ] as const) {
    it.runIf(world.name === 'chromium')(`${kind} keeps none of its old nodes alive`, async () => {
      const tab = await world.show(`<!doctype html><html lang="en"><title>x</title><body><h1>Top</h1>
        <p>${text}</p><main id="main"></main><script>
        come = () => { main.innerHTML = '<section><h2>One</h2>${`<x-part></x-part><p>${text}</p>`.repeat(HOSTS)}</section>';
          for (const part of main.querySelectorAll('x-part'))
            part.attachShadow({ mode: 'open' }).innerHTML = '<p>${text}</p>'; };
        go = () => { main.innerHTML = '<p>Gone.</p>'; };</script>`);
      const session = await tab.createCDPSession();
      const nodes = async () => {
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Memory.getDOMCounters')).nodes;
      };
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
