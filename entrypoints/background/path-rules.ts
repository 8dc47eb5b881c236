/**
 * Rules by path, on pages that move from path to path without a load. Where a host has such rules, its tabs are looked at
 * after each move; on all others a move costs one read of storage here and nothing in the page.
 */
import { browser } from 'wxt/browser';
import { RULE_PREFIX } from '../../core/settings/site-rules.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { startInTab } from './open-tabs.ts';
import { endReports } from './reports.ts';
import { isMarkable, siteStateOf } from './storage.ts';

/** Starts and ends marks as the address of a tab moves into and out of paths with rules, from now on. */
export function keepPathRules(): void {
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (url) void look(tabId).catch(() => undefined);
  });
}

const look = oneAtATime(async (tabId: number) => {
  const { url: address = '' } = await browser.tabs.get(tabId);
  if (!URL.canParse(address)) return;
  const url = new URL(address);
  if (!isMarkable(url) || !(await hasPathRules(url.hostname))) return;
  if ((await siteStateOf(url)) === 'on') return startInTab(tabId);
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: stop });
  await endReports(tabId);
});

async function hasPathRules(host: string): Promise<boolean> {
  const keys = Object.keys(await browser.storage.local.get(null));
  return keys.some((key) => key.startsWith(`${RULE_PREFIX}${host}/`));
}

/** Runs in the page: ends the script of its frame, by the name that `content-script/bridge.ts` gives it. */
function stop(): void {
  const world = globalThis as { [key: symbol]: { stop?: () => void } | undefined };
  world[Symbol.for('fascicle')]?.stop?.();
}
