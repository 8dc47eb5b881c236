/**
 * Settings and rules through the browser's own sync, to and fro. OFF until the reader turns it on: nothing is sent, nothing
 * that arrives is used, and what was sent is taken back when it is turned off.
 */
import { browser } from 'wxt/browser';
import { SETTINGS_KEY } from '../../core/settings/defaults.ts';
import { RULE_PREFIX } from '../../core/settings/site-rules.ts';
import { readSettings } from '../../core/settings/stored.ts';
import { arrivalOf, CHUNK_PREFIX, itemsOf } from '../../core/settings/sync.ts';
import { inTurn } from './storage.ts';

/** Local storage: whether this device's state was sent or taken in since sync was turned on. */
const JOINED_KEY = 'sync-joined';
/** Browsers take about two writes a second; changes made together go together. */
const QUIET = 1000;

export function listenToSync(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  browser.storage.onChanged.addListener((changes, area) => {
    const keys = Object.keys(changes);
    if (area === 'local' && keys.some((key) => key === SETTINGS_KEY || key.startsWith(RULE_PREFIX))) {
      clearTimeout(timer);
      timer = setTimeout(() => void send(), QUIET);
    }
    if (area === 'sync') void inTurn(receive);
  });
}

/** Brings this device and the sync storage together: at a start and after a change. */
export async function send(): Promise<void> {
  const local = await browser.storage.local.get(null);
  const isOn = readSettings(local[SETTINGS_KEY]).settings.sync;
  if (!isOn) {
    if (local[JOINED_KEY]) {
      await browser.storage.sync.clear();
      await browser.storage.local.remove(JOINED_KEY);
    }
    return;
  }
  if (!local[JOINED_KEY]) {
    await inTurn(receive);
    await browser.storage.local.set({ [JOINED_KEY]: true });
  }
  const items = itemsOf(await browser.storage.local.get(null));
  const there = await browser.storage.sync.get(null);
  if (!items || JSON.stringify(sorted(items)) === JSON.stringify(sorted(there))) return;
  await browser.storage.sync.set(items);
  const gone = Object.keys(there).filter((key) => key.startsWith(CHUNK_PREFIX) && !(key in items));
  if (gone.length > 0) await browser.storage.sync.remove(gone);
}

async function receive(): Promise<void> {
  const [items, local] = await Promise.all([browser.storage.sync.get(null), browser.storage.local.get(null)]);
  if (!readSettings(local[SETTINGS_KEY]).settings.sync) return;
  const changes = arrivalOf(items, local, !local[JOINED_KEY]);
  const kept = Object.entries(changes).filter(([, value]) => value !== null);
  const gone = Object.keys(changes).filter((key) => changes[key] === null);
  if (kept.length > 0) await browser.storage.local.set(Object.fromEntries(kept));
  if (gone.length > 0) await browser.storage.local.remove(gone);
}

const sorted = (items: object): [string, unknown][] => Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1));
