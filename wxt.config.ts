import { defineConfig } from 'wxt';
import { manifest } from './manifest.config.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  // Every name is imported where it is used: a reader sees where it comes from.
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'edge', 'firefox', 'safari'],
  manifest: ({ browser }) => manifest(browser),
  autoIcons: { baseIconPath: 'public/icon.svg', developmentIndicator: false },
  zip: { excludeSources: ['.output/**', 'store/**'] },
});
