/**
 * What a page can learn of us beside the marks in its registry: nothing by its lists, logs, reports and observers, and none of
 * its functions is ever called by us, with a card open too.
 */
import { expect, it } from 'vitest';
import { pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { article, openCard, PROSE } from '../popover/support.ts';
import { launchPlain } from '../support/plain-browser.ts';
import { inEachBrowser } from '../support/world.ts';

/** From before anything else: keeps what is reported, and once `spy` is called counts every call of a built-in function. */
const SPY = `<script>
  heard = []; calls = {}; observers = [];
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation', 'message'])
    addEventListener(type, (event) => heard.push(type + ' ' + (event.message ?? event.blockedURI ?? event.data ?? event.reason)), true);
  const keep = (list) => { for (const entry of list.getEntries()) heard.push(JSON.stringify(entry) + (entry.scripts ?? []).map((script) => script.sourceURL)); };
  for (const type of PerformanceObserver.supportedEntryTypes) { const observer = new PerformanceObserver(keep); observer.observe({ type, buffered: true, durationThreshold: 16 }); observers.push(observer); }
  if (globalThis.ReportingObserver) new ReportingObserver((all) => { for (const { body } of all) heard.push(JSON.stringify(body)); }, { buffered: true }).observe();
  spy = () => {
    for (const observer of observers) observer.disconnect();
    for (const name of Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/.test(name) && typeof globalThis[name] === 'function')) {
      for (const owner of [globalThis[name], globalThis[name].prototype ?? {}]) {
        for (const key of Reflect.ownKeys(owner)) {
          const property = Object.getOwnPropertyDescriptor(owner, key);
          if (!property.configurable || key === 'constructor') continue;
          for (const part of ['value', 'get', 'set']) {
            const own = property[part];
            if (typeof own !== 'function') continue;
            property[part] = function (...all) { const what = name + '.' + String(key); calls[what] = (calls[what] ?? 0) + 1; return Reflect.apply(own, this, all); };
          }
          Object.defineProperty(owner, key, property);
        }
      }
    }
    calls = {};
  };
</script>`;
/** Everything that a page may count or read of itself. */
const CENSUS = `(() => {
  const names = (owner) => [...Object.getOwnPropertyNames(owner), ...Object.getOwnPropertySymbols(owner).map(String)].sort();
  const style = getComputedStyle(document.querySelector('p'));
  return {
    names: [window, document, document.documentElement, document.body].map(names),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    elements: document.documentElement.outerHTML, frames: window.length, animations: document.getAnimations().length,
    resources: performance.getEntriesByType('resource').map(({ name }) => name),
    sizes: [document.documentElement.scrollHeight, document.documentElement.scrollWidth], title: document.title,
    kept: [document.cookie, history.length, localStorage.length, sessionStorage.length],
    focus: document.activeElement.localName, selected: String(getSelection()), style: [...style].map((name) => style[name]),
  };
})()`;

inEachBrowser('A marked page', (world) => {
  it('counts and reads of itself what it does without us', async () => {
    const page = await world.show(article(PROSE));
    await waitForMarks(page);
    await pause(1000);
    const plain = await launchPlain(world.name);
    try {
      const same = await plain.newPage();
      await same.goto(page.url(), { waitUntil: 'load' });
      await pause(1000);
      expect(await page.evaluate(CENSUS)).toEqual(await same.evaluate(CENSUS));
    } finally {
      await plain.close();
    }
  });

  // Firefox's driver answers by calls of the same functions.
  it.runIf(world.name === 'chromium')(
    'hears of no script of ours, and sees none of its functions called, with a card open too',
    async () => {
      const page = await world.show(article(SPY + PROSE));
      const marks = await waitForMarks(page);
      const card = await openCard(world, page, 'fasciculation');
      await page.mouse.click(card.x + 200, card.y + 60);
      await page.keyboard.press('Escape');
      await page.evaluate('spy(); document.querySelector("p").append(" Riboflavin, thiamine."); calls = {}');
      await page.mouse.move(2, 2);
      await page.mouse.move((marks[0]?.x ?? 0) + 3, (marks[0]?.y ?? 0) + 5, { steps: 8 });
      await pause(3000);
      const { calls, heard } = (await page.evaluate('({ calls: { ...calls }, heard })')) as {
        calls: Record<string, number>;
        heard: string[];
      };
      expect(calls).toEqual({});
      expect(heard.filter((one) => /extension|fascicle/.test(one) || !one.startsWith('{'))).toEqual([]);
    },
  );
});
