/** The popup: from opening it to a search field that listens, and from a key to painted results, with our entries and with 10,000. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { compile } from '../../../core/knowledge/compile.ts';
import { readDataFiles } from '../../../scripts/lib/data-files.ts';
import { launch } from '../../../scripts/lib/launch.ts';
import { pause } from '../../../scripts/lib/reader.ts';
import { type Bench, type Benchmark, pick } from '../support/benchmark.ts';
import { against, table } from '../support/report.ts';
import { median, quantile } from '../support/statistics.ts';
import { closeWelcome } from '../support/subjects.ts';
import { moreEntries, withEntries } from './more-entries.ts';

const MANY = 10_000;
/** What is typed, letter by letter: a name, a misspelling, a question. */
const QUERIES = ['magnesium deficiency', 'fasiculations', 'why does my eyelid twitch'];

interface Figures {
  readonly opened: number[];
  /** From the key's time stamp until its results stand in the page, laid out, and until the frame is painted. */
  readonly handled: number[];
  readonly painted: number[];
}

export default {
  name: 'popup',
  needsBuild: true,
  async run(bench: Bench) {
    const { knowledge } = compile(readDataFiles(bench.root));
    const folder = mkdtempSync(join(tmpdir(), 'fascicle-bench-'));
    try {
      const grown = withEntries(bench.root, join(folder, 'many'), moreEntries(knowledge.entries, MANY));
      const rows: [string, Figures, number][] = [];
      for (const [name, extension, budget] of [
        [`${knowledge.entries.length} entries`, undefined, 8],
        [`${MANY.toLocaleString('en')} entries`, grown, 16],
      ] as const) {
        bench.log(`${name} …`);
        rows.push([name, await measure(bench, extension), budget]);
      }
      return report(rows);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
} satisfies Benchmark;

async function measure(bench: Bench, extension: string | undefined): Promise<Figures> {
  const figures: Figures = { opened: [], handled: [], painted: [] };
  const launched = await launch({
    name: 'chromium',
    headless: true,
    root: bench.root,
    ...(extension !== undefined && { extension }),
  });
  try {
    await closeWelcome(launched);
    for (let round = 0; round < pick(bench, 9, 2); round++) {
      const page = await launched.browser.newPage();
      await page.evaluateOnNewDocument(watch);
      // A page behind another gets no focus and paints no frame.
      await page.bringToFront();
      await page.goto(`${launched.extensionUrl}popup.html`);
      figures.opened.push(await number(page, () => (globalThis as { benchFocused?: number }).benchFocused));
      // The popup reads its index after its first paint; typing begins when people begin.
      await pause(600);
      for (const query of QUERIES.slice(0, pick(bench, 3, 1))) await type(page, query, figures);
      await page.close();
    }
  } finally {
    await launched.close();
  }
  return figures;
}

async function type(page: Page, query: string, { handled, painted }: Figures): Promise<void> {
  for (const letter of query) {
    await page.keyboard.type(letter);
    painted.push(await number(page, () => (globalThis as { benchPainted?: number }).benchPainted));
    handled.push(await number(page, () => (globalThis as { benchHandled?: number }).benchHandled));
  }
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('input')?.value === '');
}

/** Notes in the page when a field first had the focus in a painted frame, and how long each key took. */
function watch(): void {
  let keyed = 0;
  const times = globalThis as {
    benchFocused?: number;
    benchHandled?: number | undefined;
    benchPainted?: number | undefined;
  };
  const afterFrame = (done: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  addEventListener('focusin', () => {
    if (times.benchFocused === undefined)
      afterFrame(() => {
        times.benchFocused ??= performance.now();
      });
  });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      keyed = timeStamp;
      times.benchHandled = undefined;
      times.benchPainted = undefined;
      afterFrame(() => {
        times.benchPainted = performance.now() - timeStamp;
      });
    },
    true,
  );
  // The popup's own listener comes first, and its view is rendered in the microtasks that end it.
  addEventListener('input', () => {
    document.body.getBoundingClientRect();
    times.benchHandled = performance.now() - keyed;
  });
}

async function number(page: Page, read: () => number | undefined): Promise<number> {
  const handle = await page.waitForFunction(read, { timeout: 10_000 });
  return Number(await handle.jsonValue());
}

function report(rows: readonly (readonly [string, Figures, number])[]): string {
  return [
    'The popup’s page in a tab: from its navigation until the search field has the focus and is painted; from a key to results, computed, rendered and laid out, and to the painted frame (which waits for the screen’s next one, up to 17 ms), ms.',
    table(
      [
        'knowledge base',
        'open',
        'key to results, median',
        '90th percentile',
        'key to paint, median',
        '90th percentile',
      ],
      rows.map(([name, { opened, handled, painted }, budget]) => [
        name,
        against(median(opened), 100),
        against(median(handled), budget),
        quantile(handled, 0.9),
        median(painted),
        quantile(painted, 0.9),
      ]),
    ),
  ].join('\n\n');
}
