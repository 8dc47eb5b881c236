/** The schema of each setting; `defaults.ts` says what they mean. */
import * as v from 'valibot';
import { CATEGORIES, ENTRY_ID } from '../knowledge/vocabulary.ts';
import type { Settings } from './defaults.ts';

export const SETTINGS_VERSION = 1;

/** Bounds of the dwell time in milliseconds: shorter flashes at every passing, longer feels broken. */
export const DWELL = { min: 100, max: 1500 };

const entryId = v.pipe(v.string(), v.regex(ENTRY_ID));

/** One schema a setting, so that a damaged one falls back alone. */
export const SETTINGS = {
  enabled: v.boolean(),
  mode: v.picklist(['everywhere', 'listed']),
  markStyle: v.picklist(['dotted', 'solid', 'wavy', 'tint']),
  intensity: v.picklist(['quiet', 'normal', 'strong']),
  colour: v.picklist(['teal', 'amber', 'violet', 'text']),
  density: v.picklist(['every', 'section', 'page']),
  hiddenCategories: v.array(v.picklist(CATEGORIES)),
  hiddenTerms: v.array(entryId),
  openOn: v.picklist(['hover', 'click', 'modifier']),
  modifier: v.picklist(['alt', 'control', 'shift']),
  dwell: v.pipe(v.number(), v.integer(), v.minValue(DWELL.min), v.maxValue(DWELL.max)),
  theme: v.picklist(['auto', 'light', 'dark']),
  sync: v.boolean(),
} as const satisfies { [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> };
