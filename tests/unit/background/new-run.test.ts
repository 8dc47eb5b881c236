/** A new run of the browser is told from an update and from a background that was only woken again, whatever the browser tells. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FakeBrowser } from '../support/fake-browser.ts';

const { browser } = await vi.hoisted(async () => {
  const { FakeBrowser } = await import('../support/fake-browser.ts');
  return { browser: new FakeBrowser() as FakeBrowser };
});
vi.mock('wxt/browser', () => ({ browser }));
const follows = vi.hoisted(() => ({ deriveHidden: vi.fn(async () => undefined), send: vi.fn(async () => undefined) }));
vi.mock('../../../entrypoints/background/hidden.ts', () => follows);
vi.mock('../../../entrypoints/background/sync.ts', () => follows);
const { beginRun } = await import('../../../entrypoints/background/new-run.ts');

const UNTIL_RESTART = { pause: { until: 'restart' } };
const HOUR = { pause: { until: 9_999_999_999_999 } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  browser.storage.session.data = {};
  browser.storage.local.data = {};
});
afterEach(() => {
  browser.forgetListeners();
  vi.useRealTimers();
});

/** All that follows from a start, timers too. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(60_000);
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

it.each([
  ['ends where the browser tells nothing', () => undefined, UNTIL_RESTART, {}],
  ['ends where it tells of its start', () => browser.tellStarted(), UNTIL_RESTART, {}],
  ['outlasts an update', () => browser.tellInstalled('update'), UNTIL_RESTART, UNTIL_RESTART],
  [
    'ends where an update comes with the start',
    () => {
      browser.tellInstalled('update');
      browser.tellStarted();
    },
    UNTIL_RESTART,
    {},
  ],
  ['stays where it was for an hour', () => browser.tellStarted(), HOUR, HOUR],
])('A pause until the browser restarts %s', async (_, tell, before, after) => {
  browser.storage.local.data = before;
  beginRun();
  tell();
  await settle();
  expect(browser.storage.local.data).toEqual(after);
});

it('A pause that is set when the run has begun is for the next start', async () => {
  beginRun();
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  browser.storage.local.data = UNTIL_RESTART;
  await settle();
  expect(browser.storage.local.data).toEqual(UNTIL_RESTART);
});

it('A background that is woken again in the same run begins nothing', async () => {
  beginRun();
  await settle();
  follows.send.mockClear();
  browser.storage.local.data = UNTIL_RESTART;
  browser.forgetListeners();
  beginRun();
  await settle();
  expect(follows.send).not.toHaveBeenCalled();
  expect(browser.storage.local.data).toEqual(UNTIL_RESTART);
});
