/** What is stored, as our pages see it: read at the start, followed as it changes. Writing is the background's. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { glanceSettings, SETTINGS_KEY, type Settings } from '../core/settings/defaults.ts';
import { PAUSE_KEY, ruleKeys } from '../core/settings/site-rules.ts';

export type Stored = Readonly<Record<string, unknown>>;

type Changes = Readonly<Record<string, { readonly newValue?: unknown }>>;

/**
 * The values under `keys` (null: under every key); undefined until they are read, and again after other keys are asked
 * for. They are read once, before the first paint, and each change is applied to what is known: reading ten thousand
 * rules anew takes a browser seconds.
 */
export function useStored(keys: readonly string[] | null): Stored | undefined {
  const wanted = keys?.join('\n');
  const [read, setRead] = useState<{ wanted: string | undefined; stored: Stored }>();
  useLayoutEffect(() => {
    const end = new AbortController();
    const tell = (stored: Stored) => setRead({ wanted, stored });
    follow(wanted === undefined ? null : wanted.split('\n'), tell, end.signal);
    return () => end.abort();
  }, [wanted]);
  return read?.wanted === wanted ? read?.stored : undefined;
}

function follow(keys: readonly string[] | null, tell: (stored: Stored) => void, signal: AbortSignal): void {
  const isWanted = (key: string) => keys === null || keys.includes(key);
  let known: Stored | undefined;
  /** What changed while the values were being read: they may have been read before it or after it. */
  const early: Changes[] = [];
  const listener = (changes: Changes, area: string) => {
    if (area !== 'local' || !Object.keys(changes).some(isWanted)) return;
    if (!known) {
      early.push(changes);
      return;
    }
    known = applied(known, changes, isWanted);
    tell(known);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
  void browser.storage.local.get(keys === null ? null : [...keys]).then((found) => {
    if (signal.aborted) return;
    known = early.reduce<Stored>((before, changes) => applied(before, changes, isWanted), found);
    tell(known);
  });
}

function applied(before: Stored, changes: Changes, isWanted: (key: string) => boolean): Stored {
  const after = { ...before };
  for (const [key, { newValue }] of Object.entries(changes)) {
    if (!isWanted(key)) continue;
    if (newValue === undefined) delete after[key];
    else after[key] = newValue;
  }
  return after;
}

/** Everything that decides whether marks show at `url`, read as the page's own script reads it: no schema keeps the popup waiting. */
export function useSite(url: URL | undefined): { settings: Settings; stored: Stored } | undefined {
  const stored = useStored([SETTINGS_KEY, PAUSE_KEY, ...(url ? ruleKeys(url) : [])]);
  return stored && { settings: glanceSettings(stored[SETTINGS_KEY]), stored };
}
