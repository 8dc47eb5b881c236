/** Whether the script has any business in this frame, and when. Where it has none, nothing but one read of storage happened. */

import { glanceSettings, HIDDEN_KEY, SETTINGS_KEY, type Settings } from '../../core/settings/defaults.ts';
import { PAUSE_KEY, ruleKeys, type SiteState, siteState } from '../../core/settings/site-rules.ts';
import { documentElement, isShown, listen } from './dom.ts';
import { send } from './send.ts';

/** Frames smaller than this (in CSS pixels) hold advertisements and trackers, not reading matter. */
const SMALLEST_FRAME = { width: 120, height: 60 };

export interface Admission {
  readonly state: SiteState;
  readonly settings: Settings;
  /** Indexes of entries not to mark, and the version of the lexicon that they belong to; as stored. */
  readonly hidden: unknown;
  /** As stored. */
  readonly pause: unknown;
}

/** The address that site rules are about: the tab's. A frame of another site has to ask for it. */
export async function siteUrl(): Promise<URL> {
  const address = addressAbove() ?? (await send({ type: 'top-url' }));
  return new URL(typeof address === 'string' && URL.canParse(address) ? address : location.href);
}

function addressAbove(): string | undefined {
  try {
    return window.top?.location.href;
  } catch {
    return undefined;
  }
}

/** Settings and the state of the site at `url`, by one read of storage. */
export async function admission(url: URL): Promise<Admission> {
  const stored = await chrome.storage.local.get([SETTINGS_KEY, HIDDEN_KEY, PAUSE_KEY, ...ruleKeys(url)]);
  const settings = glanceSettings(stored[SETTINGS_KEY]);
  const state = siteState(url, settings, stored, Date.now());
  return { settings, state, hidden: stored[HIDDEN_KEY], pause: stored[PAUSE_KEY] };
}

/** Waits until the frame is looked at: not prerendered, not in a hidden tab, and in view where it is a frame in a page. */
export async function untilSeen(signal: AbortSignal): Promise<void> {
  await until('visibilitychange', (done) => isShown() && done(), signal);
  if (window !== window.top && !signal.aborted) await untilInView(signal);
}

/**
 * Calls `look` now, at each `event` of the window, and when the document is written anew, which takes every listener
 * away; until it calls `done` or the signal aborts.
 */
function until(event: string, look: (done: () => void) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const done = () => {
      waiting.abort();
      renewed.disconnect();
      resolve();
    };
    const again = () => {
      listen(window, event, again, waiting.signal);
      look(done);
    };
    const renewed = new MutationObserver(again);
    renewed.observe(document, { childList: true });
    signal.addEventListener('abort', done, waiting);
    again();
  });
}

/** A frame that is tiny, hidden or far down the page never costs more than this observer. */
async function untilInView(signal: AbortSignal): Promise<void> {
  let seen: IntersectionObserver | undefined;
  await until(
    'resize',
    (done) => {
      seen?.disconnect();
      seen = new IntersectionObserver((records) => {
        const isLarge = innerWidth >= SMALLEST_FRAME.width && innerHeight >= SMALLEST_FRAME.height;
        if (isLarge && records.some((record) => record.isIntersecting)) done();
      });
      const element = documentElement();
      if (element) seen.observe(element);
    },
    signal,
  );
  seen?.disconnect();
}
