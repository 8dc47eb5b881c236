/** The settings in our pages that show or change them: checked, with what was damaged. */
import { SETTINGS_KEY } from '../core/settings/defaults.ts';
import { type ReadSettings, readSettings } from '../core/settings/stored.ts';
import { useStored } from './stored.ts';

/** Undefined until they are read. */
export function useSettings(): ReadSettings | undefined {
  const stored = useStored([SETTINGS_KEY]);
  return stored && readSettings(stored[SETTINGS_KEY]);
}
