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
  if ((document as { prerendering?: boolean }).prerendering) await next('prerenderingchange', signal);
  while (!isShown() && !signal.aborted) await next('visibilitychange', signal);
  if (window !== window.top && !signal.aborted) await untilInView(signal);
}

function next(event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    listen(document, event, () => resolve(), signal, { once: true });
  });
}

/** A frame that is tiny, hidden or far down the page never costs more than this observer. */
function untilInView(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const seen = new IntersectionObserver((records) => {
      if (
        !records.some((record) => record.isIntersecting) ||
        innerWidth < SMALLEST_FRAME.width ||
        innerHeight < SMALLEST_FRAME.height
      )
        return;
      end();
      resolve();
    });
    // A frame's document is often written anew once it is there.
    const renewed = new MutationObserver(() => watch());
    const watch = () => {
      const element = documentElement();
      if (element) seen.observe(element);
    };
    const end = () => {
      seen.disconnect();
      renewed.disconnect();
    };
    signal.addEventListener('abort', end);
    renewed.observe(document, { childList: true });
    watch();
  });
}
