/** Pages that try to use up the browser by way of us. Each still answers, and another tab has its marks and its card. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForMarks } from '../../../scripts/lib/reader.ts';
import { article, openCard, PROSE } from '../popover/support.ts';
import { inEachBrowser } from '../support/world.ts';

const TERMS = JSON.stringify(['zinc', 'potassium', 'riboflavin', 'thiamine', 'calcium', 'hypokalemia', 'tetany']);
/** Changes what it mentions faster than anyone reads, so that each report is another. */
const CHANGING = `<!doctype html><html lang="en"><p id="p">magnesium deficiency</p><script>
  let turn = 0;
  setInterval(() => { turn++; p.textContent = ${TERMS}.filter((_, at) => (turn >> at) & 1).join(' and ') + ' deficiency in blood'; }, 200);
  </script>`;

const FLOODS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'sixty frames whose terms change all the time': (page) =>
    page.evaluate(() => {
      const frame = '<iframe src="/changing" width="130" height="70" style="position:absolute;top:0;left:0"></iframe>';
      document.body.insertAdjacentHTML('beforeend', frame.repeat(60));
    }),
  'a thousand shadow roots whose sheets are swapped all the time': (page) =>
    page.evaluate(() => {
      const roots = Array.from({ length: 1000 }, (_, at) => {
        const host = document.body.appendChild(document.createElement(at % 2 ? 'x-host' : 'div'));
        const root = host.attachShadow({ mode: at % 3 ? 'closed' : 'open' });
        root.innerHTML = `<p>riboflavin deficiency ${at}</p>`;
        return root;
      });
      setInterval(() => {
        for (const root of roots.slice(0, 200)) root.adoptedStyleSheets = [new CSSStyleSheet()];
      }, 20);
    }),
  'events by the thousand': (page) =>
    page.evaluate(() => {
      const types = [
        'scroll',
        'click',
        'input',
        'toggle',
        'transitionend',
        'visibilitychange',
        'pointermove',
        'pageshow',
      ];
      setInterval(() => {
        for (let i = 0; i < 200; i++) for (const type of types) document.dispatchEvent(new Event(type));
      }, 50);
    }),
  'hundreds of addresses, and frames that tell anew at each': (page) =>
    page.evaluate(() => {
      const frame = '<iframe src="/changing" width="130" height="70" style="position:absolute;top:0;left:0"></iframe>';
      document.body.insertAdjacentHTML('beforeend', frame.repeat(20));
      let turn = 0;
      setInterval(() => {
        try {
          history.pushState(null, '', `/moved-${++turn}`);
        } catch {
          // Firefox throws where there were too many; some more are allowed later.
        }
      }, 10);
    }),
  'text that is an editor’s, German and prose again in turn': (page) =>
    page.evaluate(() => {
      const block = document.body.appendChild(document.createElement('div'));
      block.innerHTML = '<p>zinc and magnesium</p>'.repeat(2000);
      let turn = 0;
      setInterval(() => {
        block.toggleAttribute('contenteditable', ++turn % 2 === 0);
        block.lang = turn % 3 ? 'de' : 'en';
      }, 5);
    }),
};

inEachBrowser('Against', (world) => {
  for (const [name, flood] of Object.entries(FLOODS)) {
    it(`${name} the page answers, and other tabs are as ever`, { timeout: 120_000 }, async () => {
      world.pages.set('/changing', { body: CHANGING });
      const page = await world.show(article(PROSE));
      await waitForMarks(page);
      await flood(page);
      const other = await world.show(article(PROSE));
      await waitForMarks(other, undefined, 60_000);
      expect((await openCard(world, other, 'fasciculation')).text).toContain('Fasciculation');
      await page.bringToFront();
      expect(await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve('here'), 500)))).toBe('here');
    });
  }
});
