/** A new run of the browser is told from an update and from a background that was only woken again, whatever the browser tells. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeBrowser } from '../support/fake-browser.ts';

const { browser } = await vi.hoisted(async () => {
  const { FakeBrowser } = await import('../support/fake-browser.ts');
  return { browser: new FakeBrowser() as FakeBrowser };
});
vi.mock('wxt/browser', () => ({ browser }));
const follows = vi.hoisted(() => ({ deriveHidden: vi.fn(async () => undefined), send: vi.fn(async () => undefined) }));
vi.mock('../../../entrypoints/background/hidden.ts', () => follows);
vi.mock('../../../entrypoints/background/sync.ts', () => follows);
const { listenToNewRuns } = await import('../../../entrypoints/background/new-run.ts');

const UNTIL_RESTART = { pause: { until: 'restart' } };
const HOUR = { pause: { until: 9_999_999_999_999 } };

/** What the browser may say when the background has begun. */
const TELLS = {
  nothing: () => undefined,
  'of its start': () => browser.tellStarted(),
  'of an update': () => browser.tellInstalled('update'),
  'of an update, and of its start': () => {
    browser.tellInstalled('update');
    browser.tellStarted();
  },
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  browser.storage.session.data = {};
  browser.storage.local.data = UNTIL_RESTART;
  follows.send.mockClear();
  follows.deriveHidden.mockClear();
});
afterEach(() => {
  browser.forgetListeners();
  vi.useRealTimers();
});

async function storageAnswers(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** All that follows from a start, timers too. */
async function settle(): Promise<void> {
  await storageAnswers();
  await vi.advanceTimersByTimeAsync(60_000);
  await storageAnswers();
}

describe('A pause until the restart', () => {
  it.each([
    ['nothing', {}],
    ['of its start', {}],
    ['of an update', UNTIL_RESTART],
    ['of an update, and of its start', {}],
  ] as const)('where the browser tells %s', async (told, after) => {
    listenToNewRuns();
    TELLS[told]();
    await settle();
    expect(browser.storage.local.data).toEqual(after);
  });
});

describe('Where the browser tells nothing', () => {
  it.each([UNTIL_RESTART, HOUR])('a pause that is set when the run has begun is left: $pause.until', async (pause) => {
    listenToNewRuns();
    await storageAnswers();
    await browser.storage.local.set(pause);
    await settle();
    expect(browser.storage.local.data).toEqual(pause);
  });

  it('a pause for an hour is left, and all else begins', async () => {
    browser.storage.local.data = HOUR;
    listenToNewRuns();
    await settle();
    expect(browser.storage.local.data).toEqual(HOUR);
    expect(follows.send).toHaveBeenCalledTimes(1);
    expect(follows.deriveHidden).toHaveBeenCalledTimes(1);
  });

  it('a background that is woken again in the same run begins nothing', async () => {
    listenToNewRuns();
    await settle();
    follows.send.mockClear();
    browser.storage.local.data = UNTIL_RESTART;
    browser.forgetListeners();
    listenToNewRuns();
    await settle();
    expect(follows.send).not.toHaveBeenCalled();
    expect(browser.storage.local.data).toEqual(UNTIL_RESTART);
  });
});
