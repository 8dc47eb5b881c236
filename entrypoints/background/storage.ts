/** Settings and rules as the background reads and writes them: failures become defaults, never exceptions. */
import { browser } from 'wxt/browser';
import { SETTINGS_KEY, type Settings } from '../../core/settings/defaults.ts';
import {
  PAUSE_KEY,
  type Pause,
  RULE_PREFIX,
  type Rule,
  ruleKeys,
  type SiteState,
  siteState,
  switchRules,
} from '../../core/settings/site-rules.ts';
import { readSettings, writeSettings } from '../../core/settings/stored.ts';

/** Whether marks show at `url` (a web address), from what is stored now. */
export async function siteStateOf(url: URL): Promise<SiteState> {
  if (!isMarkable(url)) return 'impossible';
  const stored = await browser.storage.local.get([SETTINGS_KEY, PAUSE_KEY, ...ruleKeys(url)]);
  return siteState(url, readSettings(stored[SETTINGS_KEY]).settings, stored, Date.now());
}

/** Whether a change under these keys can turn marks on or off somewhere. */
export function decideWhereMarksShow(changedKeys: readonly string[]): boolean {
  return changedKeys.some((key) => key === SETTINGS_KEY || key === PAUSE_KEY || key.startsWith(RULE_PREFIX));
}

/** Whether a content script can run at `url` at all. */
export function isMarkable(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'file:';
}

/** Changes are made one after the other: two that read the same state would lose one of them. */
let last: Promise<unknown> = Promise.resolve();
export function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const turn = last.then(change, change);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * Session key that stands from before a change until what follows from it is done: a worker that is killed in between
 * finds it when it wakes.
 */
export const DUE_KEY = 'start-due';
const announce = () => browser.storage.session.set({ [DUE_KEY]: true }).catch(() => undefined);

export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  return inTurn(async () => {
    const stored = (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];
    const { settings } = readSettings(stored);
    await announce();
    await browser.storage.local.set({ [SETTINGS_KEY]: writeSettings(stored, change(settings)) });
  });
}

/** Turns marks at `url` on or off by the site's rule. */
export function switchSite(url: URL, on: boolean): Promise<void> {
  return inTurn(async () => {
    const stored = await browser.storage.local.get([SETTINGS_KEY, ...ruleKeys(url)]);
    const { mode } = readSettings(stored[SETTINGS_KEY]).settings;
    await storeRules(switchRules(url, on, mode, stored));
  });
}

/** Stores rules by storage key; `null` removes one. */
export function setRules(rules: Readonly<Record<string, Rule | null>>): Promise<void> {
  return inTurn(() => storeRules(rules));
}

async function storeRules(rules: Readonly<Record<string, Rule | null>>): Promise<void> {
  const gone = Object.keys(rules).filter((key) => rules[key] === null);
  const kept = Object.entries(rules).filter(([, rule]) => rule !== null);
  await announce();
  if (kept.length > 0) await browser.storage.local.set(Object.fromEntries(kept));
  if (gone.length > 0) await browser.storage.local.remove(gone);
}

/** Back to how it was on the first day. */
export function resetAll(): Promise<void> {
  return inTurn(async () => {
    const rules = Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith(RULE_PREFIX));
    await announce();
    await browser.storage.local.remove([SETTINGS_KEY, PAUSE_KEY, ...rules]);
  });
}

/** Pauses everywhere, or ends a pause. */
export async function setPause(until: Pause['until'] | null): Promise<void> {
  await announce();
  if (until === null) await browser.storage.local.remove(PAUSE_KEY);
  else await browser.storage.local.set({ [PAUSE_KEY]: { until } satisfies Pause });
}
