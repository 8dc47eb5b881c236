/**
 * Which entries are never marked, in the words of the lexicon: the content script knows indexes only. Derived from the
 * settings whenever they change, and after an update, when indexes may mean other entries.
 */
import { browser } from 'wxt/browser';
import { HIDDEN_KEY, SETTINGS_KEY } from '../../core/settings/defaults.ts';
import { readSettings } from '../../core/settings/stored.ts';
import { hiddenIndexes, lexiconVersion } from './entries.ts';
import { inTurn } from './storage.ts';

export function deriveHidden(): Promise<void> {
  return inTurn(async () => {
    const stored = await browser.storage.local.get([SETTINGS_KEY, HIDDEN_KEY]);
    const { hiddenTerms, hiddenCategories } = readSettings(stored[SETTINGS_KEY]).settings;
    const hidden = { version: lexiconVersion, entries: hiddenIndexes(hiddenTerms, hiddenCategories) };
    if (JSON.stringify(hidden) !== JSON.stringify(stored[HIDDEN_KEY]))
      await browser.storage.local.set({ [HIDDEN_KEY]: hidden });
  });
}
