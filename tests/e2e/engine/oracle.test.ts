/** The random edits of `tests/browser/engine`, in Firefox, which the runner of those tests cannot drive. */
import { expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/lib/find-browser.ts';
import { serve } from '../../../scripts/lib/serve.ts';
import { bundle } from '../../bench/support/bundle.ts';
import type * as Playgrounds from '../../browser/engine/playgrounds.ts';
import { launchPlain } from '../support/plain-browser.ts';
import { ROOT } from '../support/world.ts';

const BURSTS = 10;

it.skipIf(findBrowser('firefox') === undefined)(
  'after random sequences of edits the index is that of a fresh scan, in firefox',
  // Another seed may pass where this one failed.
  { timeout: 600_000, retry: 0 },
  async ({ onTestFinished }) => {
    const code = await bundle(ROOT, 'tests/browser/engine/playgrounds.ts');
    const body = `<!doctype html><html lang="en"><title>x</title><body><script>${code.replaceAll('</', '<\\/')}</script>`;
    const server = await serve(() => ({ body }));
    onTestFinished(() => server.close());
    const browser = await launchPlain('firefox');
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(server.url);
    const seed = Math.floor(Math.random() * 2 ** 31);
    const results = await page.evaluate(
      async (random, bursts) => {
        const { playgrounds } = (globalThis as unknown as { bench: typeof Playgrounds }).bench;
        const edit = playgrounds(random, bursts, new AbortController().signal);
        const all: Playgrounds.Burst[] = [];
        for (let burst = 0; burst < bursts; burst++) all.push(await edit());
        return all;
      },
      seed,
      BURSTS,
    );
    expect(results.length).toBe(BURSTS);
    for (const [burst, { followed, fresh }] of results.entries())
      expect(followed, `seed ${seed}, burst ${burst}`).toEqual(fresh);
    expect(results.at(-1)?.fresh.length).toBeGreaterThan(50);
  },
);
