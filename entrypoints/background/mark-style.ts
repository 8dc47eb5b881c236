/** Brings the rule of a look that is not the default into a frame that marks with it. */
import { browser } from 'wxt/browser';
import { SETTINGS_KEY } from '../../core/settings/defaults.ts';
import { markRule } from '../../core/settings/mark-rule.ts';
import { readSettings } from '../../core/settings/stored.ts';

export async function insertMarkStyle(tabId: number, frameId: number): Promise<void> {
  const { settings } = readSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
  const css = markRule(settings, import.meta.env.FIREFOX);
  await browser.scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, css });
}
