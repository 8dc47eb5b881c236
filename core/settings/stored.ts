/** Between the settings in use and the sparse object in storage: defaults filled in, damage repaired and reported. */
import * as v from 'valibot';
import { DEFAULTS, SETTINGS_KEY, type Settings } from './defaults.ts';
import { SETTINGS, SETTINGS_VERSION } from './schema.ts';

export interface ReadSettings {
  readonly settings: Settings;
  /** Names of settings whose stored value could not be used; their defaults stand in. */
  readonly damaged: readonly string[];
}

type Stored = Readonly<Record<string, unknown>>;

/** One step a version: `MIGRATIONS[n]` turns what version n stored into what version n + 1 stores. */
const MIGRATIONS: Readonly<Record<number, (stored: Stored) => Stored>> = {};

/** The settings in `stored`, whatever it is: nothing throws, what can be kept is kept. */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === undefined) return { settings: DEFAULTS, damaged: [] };
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    return { settings: DEFAULTS, damaged: [SETTINGS_KEY] };
  }
  const current = migrate(stored as Stored);
  const damaged: string[] = [];
  const settings: Record<string, unknown> = { ...DEFAULTS };
  for (const [name, schema] of Object.entries(SETTINGS)) {
    if (!Object.hasOwn(current, name)) continue;
    const result = v.safeParse(schema, current[name]);
    if (result.success) settings[name] = result.output;
    else damaged.push(name);
  }
  return { settings: settings as unknown as Settings, damaged };
}

/**
 * What to store after `changes`: only what differs from the defaults, under the newest version known.
 * Fields of a later version that are not known here, or whose values mean nothing here, stay as they are.
 */
export function writeSettings(stored: unknown, changes: Partial<Settings>): Stored {
  const before: Stored =
    typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? migrate(stored as Stored) : {};
  const { settings: current, damaged } = readSettings(before);
  const isLater = typeof before.version === 'number' && before.version > SETTINGS_VERSION;
  const unknown = Object.entries(before).filter(
    ([name]) => !Object.hasOwn(SETTINGS, name) || (isLater && damaged.includes(name)),
  );
  const settings = { ...current, ...changes };
  const changed = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[name as keyof Settings]),
  );
  const version = typeof before.version === 'number' ? Math.max(before.version, SETTINGS_VERSION) : SETTINGS_VERSION;
  return { ...Object.fromEntries(unknown), ...Object.fromEntries(changed), version };
}

function migrate(stored: Stored): Stored {
  let current = stored;
  // A damaged version (-1e308, say) must not be counted up from.
  const first = Number.isInteger(stored.version) ? Math.max(1, Number(stored.version)) : 1;
  for (let version = first; version < SETTINGS_VERSION; version++) current = MIGRATIONS[version]?.(current) ?? current;
  return current;
}
