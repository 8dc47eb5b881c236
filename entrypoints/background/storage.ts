/** Settings and rules as the background reads and writes them: failures become defaults, never exceptions. */
import { browser } from 'wxt/browser';
import { SETTINGS_KEY, type Settings } from '../../core/settings/defaults.ts';
import {
  PAUSE_KEY,
  RULE_PREFIX,
  type Rule,
  ruleKeys,
  type SiteState,
  siteState,
} from '../../core/settings/site-rules.ts';
import { readSettings, writeSettings } from '../../core/settings/stored.ts';

/** Whether marks show at `url` (a web address), from what is stored now. */
export async function siteStateOf(url: URL): Promise<SiteState> {
  if (!isMarkable(url)) return 'impossible';
  const stored = await browser.storage.local.get([SETTINGS_KEY, PAUSE_KEY, ...ruleKeys(url)]);
  return siteState(url, readSettings(stored[SETTINGS_KEY]).settings, stored, Date.now());
}

/** Whether a content script can run at `url` at all. */
export function isMarkable(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'file:';
}

export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  const stored = (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];
  const { settings } = readSettings(stored);
  await browser.storage.local.set({ [SETTINGS_KEY]: writeSettings(stored, change(settings)) });
}

export async function setRule(pattern: string, rule: Rule): Promise<void> {
  await browser.storage.local.set({ [RULE_PREFIX + pattern]: rule });
}
