/**
 * What goes through the browser's own sync, and what comes back. Sync storage takes few and small items, so rules travel
 * many to an item; a state that does not fit is not sent at all.
 */
import * as v from 'valibot';
import { SETTINGS_KEY } from './defaults.ts';
import { RULE_PREFIX, type Rule, rulesIn } from './site-rules.ts';
import { readSettings, writeSettings } from './stored.ts';

type Stored = Readonly<Record<string, unknown>>;

/** Key of each item with rules, followed by its number. */
export const CHUNK_PREFIX = 'rules:';
/** Bounds of the browsers are 8,192 bytes an item and 102,400 in all; keys and escapes need some room. */
const MAX_ITEM = 7_000;
const MAX_TOTAL = 95_000;

const Chunk = v.record(v.string(), v.picklist(['on', 'off']));
/** Belongs to a device: whether it takes part is not for another to say. */
const NOT_SYNCED = 'sync';

/** The items for everything in local storage, or undefined where they would not fit. */
export function itemsOf(local: Stored): Record<string, unknown> | undefined {
  const { [NOT_SYNCED]: _sync, ...settings } = writeSettings(local[SETTINGS_KEY], {});
  const items: Record<string, unknown> = { [SETTINGS_KEY]: settings };
  let chunk: Record<string, unknown> = {};
  let size = MAX_ITEM;
  let count = 0;
  for (const [pattern, rule] of rulesIn(local).sort(([a], [b]) => (a < b ? -1 : 1))) {
    size += bytes({ [pattern]: rule });
    if (size > MAX_ITEM) {
      chunk = {};
      items[CHUNK_PREFIX + count++] = chunk;
      size = bytes({ [pattern]: rule });
    }
    chunk[pattern] = rule;
  }
  const all = Object.entries(items).map(([key, item]) => key.length + bytes(item));
  const fits = all.every((item) => item <= MAX_ITEM + 200) && all.reduce((a, b) => a + b, 0) <= MAX_TOTAL;
  return fits ? items : undefined;
}

/**
 * What synced items change in local storage, by key; `null` removes, and nothing stands where nothing differs. Rules that
 * only this device has stay when `merge`, else they go.
 */
export function arrivalOf(items: Stored, local: Stored, merge: boolean): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  if (items[SETTINGS_KEY] !== undefined) {
    const here = readSettings(local[SETTINGS_KEY]).settings;
    const there = { ...readSettings(items[SETTINGS_KEY]).settings, sync: here.sync };
    if (JSON.stringify(there) !== JSON.stringify(here)) {
      changes[SETTINGS_KEY] = writeSettings(local[SETTINGS_KEY], there);
    }
  }
  const rules: Record<string, Rule> = {};
  for (const [key, item] of Object.entries(items)) {
    const parsed = key.startsWith(CHUNK_PREFIX) ? v.safeParse(Chunk, item) : undefined;
    if (parsed?.success)
      for (const [pattern, rule] of Object.entries(parsed.output)) rules[RULE_PREFIX + pattern] = rule;
  }
  for (const [key, rule] of Object.entries(rules)) if (local[key] !== rule) changes[key] = rule;
  if (!merge && SETTINGS_KEY in items) {
    for (const key of Object.keys(local)) if (key.startsWith(RULE_PREFIX) && !(key in rules)) changes[key] = null;
  }
  return changes;
}

const encoder = new TextEncoder();
const bytes = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;
