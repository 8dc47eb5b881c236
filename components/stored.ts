/** What is stored, as our pages see it: read at the start, followed as it changes. Writing is the background's. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { SETTINGS_KEY, type Settings } from '../core/settings/defaults.ts';
import { PAUSE_KEY, ruleKeys } from '../core/settings/site-rules.ts';
import { type ReadSettings, readSettings } from '../core/settings/stored.ts';

export type Stored = Readonly<Record<string, unknown>>;

/** The values under `keys` (null: under every key); undefined until they are read. */
export function useStored(keys: readonly string[] | null): Stored | undefined {
  const [stored, setStored] = useState<Stored>();
  const wanted = keys?.join('\n');
  useEffect(() => {
    let live = true;
    const read = () =>
      browser.storage.local.get(wanted === undefined ? null : wanted.split('\n')).then((found) => {
        if (live) setStored(found);
      });
    const listener = (changes: object, area: string) => {
      const isOurs = wanted === undefined || Object.keys(changes).some((key) => wanted.split('\n').includes(key));
      if (area === 'local' && isOurs) void read();
    };
    void read();
    browser.storage.onChanged.addListener(listener);
    return () => {
      live = false;
      browser.storage.onChanged.removeListener(listener);
    };
  }, [wanted]);
  return stored;
}

export function useSettings(): ReadSettings | undefined {
  const stored = useStored([SETTINGS_KEY]);
  return stored && readSettings(stored[SETTINGS_KEY]);
}

/** Everything that decides whether marks show at `url`. */
export function useSite(url: URL | undefined): { settings: Settings; stored: Stored } | undefined {
  const stored = useStored([SETTINGS_KEY, PAUSE_KEY, ...(url ? ruleKeys(url) : [])]);
  return stored && { settings: readSettings(stored[SETTINGS_KEY]).settings, stored };
}
