/**
 * What is to be done once in each run of the browser. Firefox does not tell of every start, often not of the first after
 * an install; so the background finds out by itself: what is kept for a session is gone.
 */
import { browser } from 'wxt/browser';
import { PAUSE_KEY } from '../../core/settings/site-rules.ts';
import { deriveHidden } from './hidden.ts';
import { send } from './sync.ts';

/** Session storage: this run was begun. */
const RUN_KEY = 'run';
/** Milliseconds within which a browser that updated the extension has said so. */
const TOLD = 1000;

/** Begins a new run of the browser, unless this one was begun already. An update empties the session too, and ends no pause. */
export function beginRun(): void {
  let isUpdate = false;
  browser.runtime.onInstalled.addListener(({ reason }) => {
    isUpdate = reason === 'update';
  });
  // An update may come with a start: where the browser tells of that, it is one.
  browser.runtime.onStartup.addListener(async () => {
    if (await isPausedUntilRestart()) await browser.storage.local.remove(PAUSE_KEY);
  });
  void (async () => {
    if (RUN_KEY in (await browser.storage.session.get(RUN_KEY))) return;
    // One that is set from now on is for the next start.
    const isPaused = await isPausedUntilRestart();
    // Without room for it the rest is done again when the background is woken next.
    await browser.storage.session.set({ [RUN_KEY]: true }).catch(() => undefined);
    // The browser may have died between a change and what follows from it.
    await Promise.allSettled([send(), deriveHidden()]);
    if (isPaused) setTimeout(() => isUpdate || void browser.storage.local.remove(PAUSE_KEY), TOLD);
  })();
}

async function isPausedUntilRestart(): Promise<boolean> {
  const { [PAUSE_KEY]: pause } = await browser.storage.local.get(PAUSE_KEY);
  return (pause as { until?: unknown } | undefined)?.until === 'restart';
}
