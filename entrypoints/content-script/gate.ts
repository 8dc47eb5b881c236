/** Whether the script has any business in this frame. Where it has none, nothing but one read of storage happened. */
import { glanceSettings, HIDDEN_KEY, SETTINGS_KEY, type Settings } from '../../core/settings/defaults.ts';
import { PAUSE_KEY, ruleKeys, type SiteState, siteState } from '../../core/settings/site-rules.ts';

/** Frames smaller than this (in CSS pixels) hold advertisements and trackers, not reading matter. */
const SMALLEST_FRAME = { width: 120, height: 60 };

export interface Admission {
  readonly state: SiteState;
  readonly settings: Settings;
  /** Indexes of entries not to mark, and the version of the lexicon that they belong to; as stored. */
  readonly hidden: unknown;
}

/** Whether this frame could hold something to read. */
export function isReadable(): boolean {
  if (window === window.top) return true;
  return innerWidth >= SMALLEST_FRAME.width && innerHeight >= SMALLEST_FRAME.height;
}

/** The address that site rules are about: the tab's. */
export async function siteUrl(): Promise<URL> {
  if (window === window.top) return new URL(location.href);
  const { ancestorOrigins } = location;
  const top = ancestorOrigins?.[ancestorOrigins.length - 1];
  // An opaque origin is written "null".
  const address = top && top !== 'null' ? top : await chrome.runtime.sendMessage({ type: 'top-url' });
  return new URL(typeof address === 'string' && URL.canParse(address) ? address : location.href);
}

/** Settings and the state of the site at `url`, by one read of storage. */
export async function admission(url: URL): Promise<Admission> {
  const stored = await chrome.storage.local.get([SETTINGS_KEY, HIDDEN_KEY, PAUSE_KEY, ...ruleKeys(url)]);
  const settings = glanceSettings(stored[SETTINGS_KEY]);
  return { settings, state: siteState(url, settings, stored, Date.now()), hidden: stored[HIDDEN_KEY] };
}
