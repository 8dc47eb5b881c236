/** Settings and rules of this site, as they change in any window. */
import { HIDDEN_KEY, SETTINGS_KEY } from '../../core/settings/defaults.ts';
import { PAUSE_KEY, RULE_PREFIX, ruleKeys } from '../../core/settings/site-rules.ts';
import { bridge } from './bridge.ts';
import { listen } from './dom.ts';
import { type Admission, admission, siteUrl } from './gate.ts';
import { goesOn } from './life.ts';
import { endPauseInTime } from './pause.ts';

/**
 * Hands changed settings to `changed`; ends the script when the site is switched off. `url` is where the page was opened:
 * a page may move to another path of its host meanwhile.
 */
export function watchSettings(url: URL, changed: (admission: Admission) => void, signal: AbortSignal): void {
  const keys = new Set([SETTINGS_KEY, HIDDEN_KEY, PAUSE_KEY, ...ruleKeys(url)]);
  const paths = `${RULE_PREFIX}${url.hostname}/`;
  const look = async () => {
    const site = await siteUrl();
    if (!goesOn()) return;
    const now = await admission(site);
    if (signal.aborted) return;
    if (now.state === 'on') return changed(now);
    endPauseInTime(now);
    bridge().stop?.();
  };
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => keys.has(key) || key.startsWith(paths))) void look();
  };
  chrome.storage.onChanged.addListener(listener);
  // Firefox tells a page in the back-forward cache nothing.
  listen<PageTransitionEvent>(
    window,
    'pageshow',
    ({ isTrusted, persisted }) => void (isTrusted && persisted && look()),
    signal,
  );
  signal.addEventListener('abort', () => {
    try {
      chrome.storage.onChanged.removeListener(listener);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}
