/** What a user can change, and what it is until they do. No schema here: the content script imports this file. */
import type { Category } from '../knowledge/schema.ts';

/** The storage key of the settings. */
export const SETTINGS_KEY = 'settings';
/** The storage key of what the background derives from them for the content script: indexes of entries not to mark. */
export const HIDDEN_KEY = 'hidden';

export interface Settings {
  /** The switch for everywhere. */
  readonly enabled: boolean;
  /** `everywhere` less the sites switched off, or only on the `listed` sites switched on. */
  readonly mode: 'everywhere' | 'listed';
  readonly markStyle: 'dotted' | 'solid' | 'wavy' | 'tint';
  readonly intensity: 'quiet' | 'normal' | 'strong';
  readonly colour: 'teal' | 'amber' | 'violet' | 'text';
  /** Which mentions are marked: every one, the first of each section, or the first of the page. */
  readonly density: 'every' | 'section' | 'page';
  readonly hiddenCategories: readonly Category[];
  /** Ids of entries that are never marked. */
  readonly hiddenTerms: readonly string[];
  readonly openOn: 'hover' | 'click' | 'modifier';
  readonly modifier: 'alt' | 'control' | 'shift';
  /** Milliseconds the pointer rests before the popover opens. */
  readonly dwell: number;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Whether settings and rules go through the browser's own sync. */
  readonly sync: boolean;
}

export const DEFAULTS: Settings = {
  enabled: true,
  mode: 'everywhere',
  markStyle: 'dotted',
  intensity: 'normal',
  colour: 'teal',
  density: 'section',
  hiddenCategories: [],
  hiddenTerms: [],
  openOn: 'hover',
  modifier: 'alt',
  dwell: 300,
  theme: 'auto',
  sync: false,
};

/**
 * The settings in `stored` for a reader that cannot afford schemas: every field of the wrong type falls back.
 * Values of the right type that are not known are for whoever uses them to ignore.
 */
export function glanceSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULTS;
  const settings: Record<string, unknown> = { ...DEFAULTS };
  for (const [name, fallback] of Object.entries(DEFAULTS)) {
    const value = (stored as Record<string, unknown>)[name];
    if (typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback)) settings[name] = value;
  }
  return settings as unknown as Settings;
}
