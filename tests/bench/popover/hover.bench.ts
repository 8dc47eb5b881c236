/** Hover to painted card in the built extension: what a reader waits beyond the dwell time. */
import type { Page } from 'puppeteer-core';
import { launch } from '../../../scripts/lib/launch.ts';
import { open, pause, rest, waitForMark } from '../../../scripts/lib/reader.ts';
import { serve } from '../../../scripts/lib/serve.ts';
import { type Bench, type Benchmark, pick } from '../support/benchmark.ts';
import { median, quantile } from '../support/statistics.ts';

/** The default of the settings. */
const DWELL = 300;
const ARTICLE = `<!doctype html><html lang="en"><title>Twitches</title><body style="font:18px/1.6 serif;margin:60px">
  <p>A fasciculation is small. Often coffee is behind it, or hypocalcaemia. Zinc and potassium matter too.</p>`;

/** Milliseconds from the last move of the pointer to the end of the first frame with the card, without the dwell time. */
async function hover(page: Page, text: string): Promise<number> {
  const mark = await waitForMark(page, text);
  await page.evaluate(() => {
    let moved = 0;
    const onMove = (event: PointerEvent) => {
      moved = event.timeStamp;
    };
    addEventListener('pointermove', onMove, true);
    // Observers of sizes are asked last before a frame is painted: what they see in it is what it shows.
    const probe = document.documentElement.appendChild(document.createElement('hr'));
    const size = new CSSStyleSheet();
    document.adoptedStyleSheets = [size];
    let isHigh = false;
    const turn = () => {
      isHigh = !isHigh;
      size.replaceSync(`hr { all: initial; position: fixed; height: ${isHigh ? 2 : 1}px }`);
    };
    const shown = new Promise<number>((resolve) => {
      const observer = new ResizeObserver(() => {
        const host = document.querySelector(':root > [popover]');
        if (!host?.checkVisibility({ visibilityProperty: true })) return requestAnimationFrame(turn);
        observer.disconnect();
        probe.remove();
        removeEventListener('pointermove', onMove, true);
        // The frame that shows it is over when the task after it runs.
        return setTimeout(() => resolve(performance.now() - moved));
      });
      observer.observe(probe);
    });
    Object.assign(globalThis, { shown });
  });
  await rest(page, mark);
  const time = (await page.evaluate('shown')) as number;
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);
  await pause(100);
  return time - DWELL;
}

async function run(bench: Bench): Promise<string> {
  const server = await serve(() => ({ body: ARTICLE }));
  const launched = await launch({ name: 'chromium', headless: true, root: bench.root });
  // What opens by itself after installing has come to the front by then.
  await launched.openExtensionPage('popup.html');
  const first: number[] = [];
  const warm: number[] = [];
  try {
    for (let round = 0; round < pick(bench, 15, 3); round++) {
      const page = await open(launched, server.url);
      first.push(await hover(page, 'fasciculation'));
      for (const text of ['coffee', 'hypocalcaemia', 'fasciculation']) warm.push(await hover(page, text));
      await page.close();
      bench.log(`  round ${round + 1}: first ${first.at(-1)?.toFixed(0)} ms`);
    }
  } finally {
    await launched.close();
    await server.close();
  }
  const row = (name: string, values: readonly number[], budget: string) =>
    `| ${name} | ${median(values).toFixed(0)} | ${quantile(values, 0.9).toFixed(0)} | ${budget} |`;
  return [
    '### From rest to painted card',
    '',
    `Milliseconds beyond the dwell time of ${DWELL} ms, from the last move of the pointer to the end of the frame that shows the card.`,
    '',
    '| | median | 90 % | budget |',
    '|---|---|---|---|',
    row('first on a page: code and entries are fetched', first, '100'),
    row('later', warm, '17 (one frame)'),
  ].join('\n');
}

export default { name: 'hover', needsBuild: true, run } satisfies Benchmark;
