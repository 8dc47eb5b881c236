/**
 * The theme of our own pages. Settings arrive after the first paint, so the last theme is kept where it can be read at
 * once; without that a dark popup would flash white.
 */
import { browser } from 'wxt/browser';
import { glanceSettings, SETTINGS_KEY, type Settings } from '../core/settings/defaults.ts';
import { t, uiLanguage } from './words.ts';

const MIRROR = 'theme';

/** Sets theme, language and direction of this page, now and whenever the settings change. */
export function dressPage(): void {
  document.documentElement.lang = uiLanguage();
  document.documentElement.dir = t('@@bidi_dir') || 'ltr';
  show(localStorage.getItem(MIRROR) ?? 'auto');
  const read = async () => {
    const { theme } = glanceSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
    localStorage.setItem(MIRROR, theme satisfies Settings['theme']);
    show(theme);
  };
  void read();
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && SETTINGS_KEY in changes) void read();
  });
}

function show(theme: string): void {
  document.body.dataset.theme = theme;
}
