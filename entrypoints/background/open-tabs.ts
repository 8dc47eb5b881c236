/**
 * Starts the content script in tabs that are open already: after installing or updating, and when a switch turns on.
 * A script that runs there already leaves at once; one that was off has ended, so it is started anew.
 */
import { browser } from 'wxt/browser';
import { deriveHidden } from './hidden.ts';
import { endReports } from './reports.ts';
import { DUE_KEY, isMarkable, siteStateOf } from './storage.ts';

/** When the script was started in open tabs last, in milliseconds since the epoch; for the session. */
const STARTED_KEY = 'started';
/** Milliseconds for which browsers keep a page that its reader left, and some more. */
const KEPT = 3_600_000;

/** Starts the script in every frame of every tab where marks show; where they do not, what was reported is forgotten. */
export async function startInOpenTabs(): Promise<void> {
  // Where there is no room for it, the tabs that are open are served all the same.
  await browser.storage.session.set({ [STARTED_KEY]: Date.now() }).catch(() => undefined);
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(async ({ id, url, discarded }) => {
      if (id === undefined || discarded || !url || !URL.canParse(url)) return;
      const address = new URL(url);
      if (!isMarkable(address)) return;
      if ((await siteStateOf(address)) !== 'on') return endReports(id);
      await startInTab(id);
    }),
  );
  await browser.storage.session.remove(DUE_KEY);
}

/** Starts the script in a page that was left before it was started in all others, and came back as it was left. */
export async function startInReturnedPage(tabId: number): Promise<void> {
  const { [STARTED_KEY]: started } = await browser.storage.session.get(STARTED_KEY);
  if (typeof started !== 'number' || Date.now() - started > KEPT) return;
  const { url = '' } = await browser.tabs.get(tabId);
  if (!URL.canParse(url) || !isMarkable(new URL(url)) || (await siteStateOf(new URL(url))) !== 'on') return;
  const [top] = await browser.scripting.executeScript({ target: { tabId }, func: bareSince });
  if (typeof top?.result === 'number' && top.result < started) await startInTab(tabId);
}

/** Runs in the page: when it was opened, where no script of ours runs, by the name that `content-script/bridge.ts` gives it. */
function bareSince(): number | undefined {
  const world = globalThis as { [key: symbol]: { stop?: () => void } | undefined };
  return world[Symbol.for('fascicle')]?.stop ? undefined : performance.timeOrigin;
}

/** Starts the script in every frame of a tab. */
export async function startInTab(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.insertCSS({ target, files: ['/assets/default-mark.css'] });
  await browser.scripting.executeScript({ target, files: ['/content-script.js'] });
}

/** Does what a worker that was killed after a change did not come to. */
export async function catchUp(): Promise<void> {
  if (DUE_KEY in (await browser.storage.session.get(DUE_KEY))) await deriveHidden().finally(startInOpenTabs);
}
