/** What is to be done once in each run of the browser. */
import { browser } from 'wxt/browser';
import { PAUSE_KEY } from '../../core/settings/site-rules.ts';
import { deriveHidden } from './hidden.ts';
import { send } from './sync.ts';

/** Session storage: this run was begun. */
const RUN_KEY = 'run';
/** Milliseconds within which a browser that updated the extension has said so. */
const TOLD = 1000;

/**
 * Begins a run when the browser tells of its start, and where it does not, as Firefox often after an install: when what is
 * kept for a session is gone. That is so too after an update, which begins no run, and when the extension was disabled, which
 * does. A pause that is set meanwhile is for the next start.
 */
export function listenToNewRuns(): void {
  let isNew = true;
  browser.runtime.onStartup.addListener(() => void beginRun());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') isNew = false;
  });
  browser.storage.onChanged.addListener((changes) => {
    if (PAUSE_KEY in changes) isNew = false;
  });
  const findOut = async () => {
    if (RUN_KEY in (await browser.storage.session.get(RUN_KEY))) return;
    await browser.storage.session.set({ [RUN_KEY]: true });
    setTimeout(() => isNew && void beginRun(), TOLD);
  };
  // Without room for that key nothing is known; the background finds out when it is woken next.
  findOut().catch(() => undefined);
}

async function beginRun(): Promise<void> {
  // The browser may have died between a change and what follows from it.
  await Promise.allSettled([endPauseUntilRestart(), send(), deriveHidden()]);
}

async function endPauseUntilRestart(): Promise<void> {
  const { [PAUSE_KEY]: pause } = await browser.storage.local.get(PAUSE_KEY);
  if ((pause as { until?: unknown } | undefined)?.until === 'restart') await browser.storage.local.remove(PAUSE_KEY);
}
