/**
 * Starts the content script in tabs that are open already: after installing or updating, and when a switch turns on.
 * A script that runs there already leaves at once; one that was off has ended, so it is started anew.
 */
import { browser } from 'wxt/browser';
import { deriveHidden } from './hidden.ts';
import { endReports } from './reports.ts';
import { DUE_KEY, isMarkable, siteStateOf } from './storage.ts';

/** Starts the script in every frame of every tab where marks show; where they do not, what was reported is forgotten. */
export async function startInOpenTabs(): Promise<void> {
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
