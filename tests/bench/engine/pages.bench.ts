/** What the built extension costs a page, against an empty content script in a browser of its own: time, keys, changes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { type Launched, launch } from '../../../scripts/lib/launch.ts';
import { pause } from '../../../scripts/lib/reader.ts';
import { serve } from '../../../scripts/lib/serve.ts';
import { type Bench, type Benchmark, pick } from '../support/benchmark.ts';
import { table } from '../support/report.ts';
import { answering, savedPages } from '../support/saved-pages.ts';
import { interleave, median } from '../support/statistics.ts';
import { emptyExtension } from './empty-extension.ts';
import { longestTask, mainThread } from './trace.ts';

/** Milliseconds after load in which the engine has come, read and painted. */
const SETTLE = 2000;
const KEYS = 80;
const CHANGES = 120;

const PARAGRAPH =
  '<p>Nuts hold magnesium, zinc and potassium; muscle cramps and fasciculations may follow hypocalcemia.</p>';
const TYPING = `<!doctype html><html lang="en"><body><div contenteditable id="editor" style="min-height:40px"></div>${PARAGRAPH.repeat(2000)}`;
const CHANGING = `<!doctype html><html lang="en"><body><p id="clock">0</p>${PARAGRAPH.repeat(1700)}`;

interface Load {
  readonly total: number;
  readonly longest: number;
}

export default {
  name: 'pages',
  needsBuild: true,
  async run(options: Bench) {
    const pages = savedPages(options.root, pick(options, 10, 4));
    const extra = [
      { id: 'typing', html: TYPING },
      { id: 'changing', html: CHANGING },
    ];
    const server = await serve(answering([...pages, ...extra]));
    const empty = emptyExtension();
    const browsers = {
      empty: await launch({ name: 'chromium', headless: true, root: options.root, extension: empty.folder }),
      ours: await launch({ name: 'chromium', headless: true, root: options.root }),
    };
    const names = ['empty', 'ours'] as const;
    try {
      // The welcome page of a fresh install comes in front.
      await pause(3000);
      for (const name of names) await load(browsers[name], `${server.url}${pages[0]?.id}`);
      const added: number[] = [];
      const longest: number[] = [];
      for (const { id } of pages) {
        options.log(id);
        const loads = await interleave(names, pick(options, 3, 2), (name) => load(browsers[name], server.url + id));
        const of = (name: (typeof names)[number], figure: keyof Load) =>
          median((loads.get(name) ?? []).map((one) => one[figure]));
        added.push(of('ours', 'total') - of('empty', 'total'));
        longest.push(of('ours', 'longest'));
      }
      const busy = async (probe: (launched: Launched) => Promise<number>) => {
        const times = await interleave(names, pick(options, 3, 2), (name) => probe(browsers[name]));
        return median(times.get('ours') ?? []) / median(times.get('empty') ?? []);
      };
      const typing = await busy((launched) => typingProbe(launched, `${server.url}typing`));
      const changing = await busy((launched) => changingProbe(launched, `${server.url}changing`));
      const size = (file: string) =>
        `${(gzipSync(readFileSync(join(options.root, '.output/chrome-mv3', file)), { level: 9 }).length / 1000).toFixed(1)} kB`;
      return table(
        ['what', 'measured', 'budget'],
        [
          ['added main-thread ms a saved page, median', median(added).toFixed(1), '15'],
          ['the same, worst page', Math.max(...added).toFixed(1), '40'],
          ['longest task of our scripts, worst page, ms', Math.max(...longest).toFixed(1), '8'],
          ['busy time a key in an editor above 2,000 paragraphs, × empty', typing.toFixed(2), '1.10'],
          ['busy time a change with 10,000 matches on the page, × empty', changing.toFixed(2), '1.10'],
          ['always-on script, gzip', size('content-script.js'), '14 kB'],
          ['page engine with lexicon, gzip, on pages with terms', size('page-engine.js'), '50 kB'],
        ],
      );
    } finally {
      for (const name of names) await browsers[name].close();
      await server.close();
      empty.remove();
    }
  },
} satisfies Benchmark;

async function load({ browser }: Launched, url: string): Promise<Load> {
  const page = await browser.newPage();
  try {
    await page.bringToFront();
    await page.tracing.start({ categories: ['toplevel', 'devtools.timeline', 'v8'] });
    await page.goto(url, { waitUntil: 'load' });
    await pause(SETTLE);
    const trace = await page.tracing.stop();
    const events = mainThread(trace ?? new Uint8Array());
    const total = events.filter(({ name }) => name.endsWith('RunTask')).reduce((sum, { dur }) => sum + dur, 0);
    return { total: total / 1000, longest: longestTask(events) / 1000 };
  } finally {
    await page.close();
  }
}

/** Milliseconds that the main thread was busy with each of `count` doings of `act`. */
async function busyFor(page: Page, count: number, act: () => Promise<void>): Promise<number> {
  const before = (await page.metrics()).TaskDuration ?? 0;
  for (let i = 0; i < count; i++) await act();
  await pause(1500);
  return (((await page.metrics()).TaskDuration ?? 0) - before) / count;
}

async function typingProbe({ browser }: Launched, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.bringToFront();
  await page.goto(url);
  await page.click('#editor');
  await pause(SETTLE * 2);
  const text = 'low magnesium and zinc ';
  let at = 0;
  const time = await busyFor(page, KEYS, () => page.keyboard.press(text[at++ % text.length] as 'a'));
  await page.close();
  return time;
}

async function changingProbe({ browser }: Launched, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.bringToFront();
  await page.goto(url);
  await pause(SETTLE * 2);
  const time = await busyFor(page, CHANGES, () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const text = document.getElementById('clock')?.firstChild as Text;
          text.data = `${Number.parseInt(text.data, 10) + 1} zinc`;
          requestAnimationFrame(() => resolve());
        }),
    ),
  );
  await page.close();
  return time;
}
