/**
 * `npm run soak [-- --tabs 100 --navigations 10000]`: much use in little time, in Chromium, with figures for
 * docs/reliability.md: many tabs switched off and on at once, then navigations with hovers and searches in between. Growth of
 * the background's heap, of listeners and of storage is printed, not judged: how much time one gives it is one's own choice.
 */
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'puppeteer-core';
import { demoPage } from './lib/demo-page.ts';
import { launch } from './lib/launch.ts';
import { open, pause, rest, waitForMarks, waitForPopover } from './lib/reader.ts';
import { serve } from './lib/serve.ts';

const { values } = parseArgs({
  options: { tabs: { type: 'string', default: '100' }, navigations: { type: 'string', default: '10000' } },
});
const TABS = Number(values.tabs);
const NAVIGATIONS = Number(values.navigations);
const SITE_OFF_AND_ON = 5;
const REPORT_EVERY = Math.max(1, Math.floor(NAVIGATIONS / 5));

const server = await serve(() => ({ body: demoPage() }));
const launched = await launch({ name: 'chromium', headless: true, root: process.cwd() });
try {
  const control = await launched.openExtensionPage('popup.html');
  await switchTabs(control);
  await readAllDay(control);
} finally {
  await launched.close();
  await server.close();
}

async function switchTabs(control: Page): Promise<void> {
  const pages: Page[] = [];
  for (let tab = 0; tab < TABS; tab++) pages.push(await open(launched, `${server.url}tab-${tab}`));
  console.log(`${TABS} tabs open. ${await figures(control)}`);
  for (let round = 1; round <= SITE_OFF_AND_ON; round++) {
    for (const on of [false, true]) {
      await control.evaluate(
        (url, wanted) => chrome.runtime.sendMessage({ type: 'switch-site', url, on: wanted }),
        server.url,
        on,
      );
      let right = 0;
      for (const page of pages) {
        await page.bringToFront();
        await waitForMarks(page, (marks) => marks.length > 0 === on, 30_000);
        right++;
      }
      console.log(`Round ${round}, ${on ? 'on' : 'off'}: right in ${right} of ${TABS} tabs. ${await figures(control)}`);
    }
  }
  for (const page of pages) await page.close();
}

async function readAllDay(control: Page): Promise<void> {
  const page = await open(launched, server.url);
  const session = await page.createCDPSession();
  for (let done = 0; done <= NAVIGATIONS; done++) {
    await page.goto(`${server.url}page-${done}`);
    if (done % 10 === 0) {
      const mark = (await waitForMarks(page)).at(0);
      if (mark) await rest(page, mark);
      await waitForPopover(control, page);
    }
    if (done % 50 === 0) {
      await control.$eval('input', (input) => {
        input.value = input.value === 'magnesum' ? 'zinc' : 'magnesum';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
    }
    if (done % REPORT_EVERY === 0)
      console.log(`${done} navigations. ${await figures(control)}; ${await counters(session)}`);
  }
}

/** Heap of the background after a collection, and bytes in storage. */
async function figures(control: Page): Promise<string> {
  const bytes = await control.evaluate(async () =>
    [await chrome.storage.local.get(null), await chrome.storage.session.get(null)].map(
      (area) => JSON.stringify(area).length,
    ),
  );
  // The question wakes the worker if it sleeps.
  await control.evaluate(() => chrome.runtime.sendMessage({ type: 'tab-report', tabId: 0 }));
  await pause(200);
  const worker = launched.browser.targets().find((target) => target.type() === 'service_worker');
  const session = await worker?.createCDPSession();
  await session?.send('HeapProfiler.collectGarbage');
  const heap = await session?.send('Runtime.getHeapUsage');
  await session?.detach();
  const heapSize = heap ? `${(heap.usedSize / 2 ** 20).toFixed(1)} MiB` : 'unknown';
  return `Background heap ${heapSize}; storage ${bytes[0]} B local, ${bytes[1]} B session`;
}

async function counters(session: CDPSession): Promise<string> {
  await session.send('HeapProfiler.collectGarbage');
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return `tab: ${documents} documents, ${nodes} nodes, ${jsEventListeners} listeners`;
}
