/**
 * `npm run soak [-- --tabs 100 --navigations 10000]`: much use in little time, in Chromium, with figures for
 * docs/reliability.md: many tabs switched off and on at once; then a day's reading in one tab, a card at every twentieth page, a
 * search at every fiftieth. Growth is printed, not judged: how much time one gives it is one's own choice. 0 leaves a part out.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { compile } from '../core/knowledge/compile.ts';
import { readDataFiles } from './lib/data-files.ts';
import { demoPage } from './lib/demo-page.ts';
import { backgroundFigures, type Figures, growthPerThousand, tabFigures, words } from './lib/growth.ts';
import { launch } from './lib/launch.ts';
import { open, rest, waitForMarks, waitForPopover } from './lib/reader.ts';
import { serve } from './lib/serve.ts';

const { values } = parseArgs({
  options: { tabs: { type: 'string', default: '100' }, navigations: { type: 'string', default: '10000' } },
});
const TABS = Number(values.tabs);
const NAVIGATIONS = Number(values.navigations);
const SITE_OFF_AND_ON = 5;
const CARD_EVERY = 20;
const SEARCH_EVERY = 50;
/** Caches fill at the beginning: growth is what comes after. */
const WARM_UP = 200;
const SAMPLE_EVERY = Math.max(50, Math.floor((NAVIGATIONS - WARM_UP) / 20));

const names = compile(readDataFiles(process.cwd())).knowledge.entries.map(({ name }) => name);
const server = await serve((path) => ({ body: path.startsWith('/tab-') ? demoPage() : smallPage(path) }));
const launched = await launch({ name: 'chromium', headless: true, root: process.cwd() });
try {
  const control = await launched.openExtensionPage('popup.html');
  if (TABS > 0) await switchTabs(control);
  if (NAVIGATIONS > 0) await readAllDay(control);
} finally {
  await launched.close();
  await server.close();
}

async function switchTabs(control: Page): Promise<void> {
  const pages: Page[] = [];
  for (let tab = 0; tab < TABS; tab++) pages.push(await open(launched, `${server.url}tab-${tab}`));
  console.log(`${TABS} tabs open: ${words(await backgroundFigures(launched, control))}`);
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
      const figures = words(await backgroundFigures(launched, control));
      console.log(`Round ${round}, ${on ? 'on' : 'off'}: right in ${right} of ${TABS} tabs: ${figures}`);
    }
  }
  for (const page of pages) await page.close();
}

async function readAllDay(control: Page): Promise<void> {
  const page = await open(launched, `${server.url}0`);
  const devtools = await page.createCDPSession();
  const samples: [number, Figures][] = [];
  const count = { pages: 0, cards: 0, searches: 0 };
  for (let done = 1; done <= NAVIGATIONS; done++) {
    await page.goto(`${server.url}${done}`, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => CSS.highlights.size > 0);
    count.pages++;
    if (done % CARD_EVERY === 0) {
      const mark = (await waitForMarks(page)).at(done % 2);
      if (mark) await rest(page, mark);
      await waitForPopover(control, page);
      count.cards++;
    }
    if (done % SEARCH_EVERY === 0) {
      await search(control, names[done % names.length] ?? '');
      count.searches++;
    }
    if (done < WARM_UP || (done - WARM_UP) % SAMPLE_EVERY !== 0) continue;
    const figures = { ...(await backgroundFigures(launched, control)), ...(await tabFigures(devtools)) };
    samples.push([done, figures]);
    const { pages, cards, searches } = count;
    console.log(`${pages} pages, ${cards} cards, ${searches} searches in ${minutes()} min: ${words(figures)}`);
  }
  console.log(`Growth per thousand pages, after the first ${WARM_UP}: ${words(growthPerThousand(samples))}`);
}

/** Looks `query` up in the popup's search, which shows what it finds as one types. */
async function search(popup: Page, query: string): Promise<void> {
  await popup.$eval(
    'input',
    (input, value) => {
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    query,
  );
}

/** A page of a few sentences on entries that its number chooses: all entries come up in turn. */
function smallPage(path: string): string {
  const first = (Number(path.slice(1)) || 0) * 3;
  const subjects = [0, 1, 2].map((next) => names[(first + next) % names.length]);
  const text = subjects.map((subject) => `<p>Doctors were asked about ${subject} and its symptoms in patients.</p>`);
  return `<!doctype html><html lang="en"><title>${first}</title><h1>Magnesium and health</h1>${text.join('')}</html>`;
}

function minutes(): string {
  return (performance.now() / 60_000).toFixed(1);
}
