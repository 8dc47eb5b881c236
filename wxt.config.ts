import { defineConfig } from 'wxt';
import { MINIMUM_CHROME, MINIMUM_FIREFOX, manifest } from './manifest.config.ts';

/** All that the packages are built from, and nothing else that may lie about in the folder. */
const SOURCES = [
  '{components,core,data,entrypoints,locales,modules,public,scripts}/**',
  '{manifest,wxt}.config.ts',
  'globals.d.ts',
  '{package,package-lock,tsconfig}.json',
  '.npmrc',
  '{CHANGELOG,README}.md',
  'LICENSE',
];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  // Every name is imported where it is used: a reader sees where it comes from.
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'edge', 'firefox', 'safari'],
  manifest: ({ browser }) => manifest(browser),
  autoIcons: { baseIconPath: 'public/icon.svg', developmentIndicator: false },
  vite: () => ({
    build: {
      // The oldest browsers of the manifest: nothing is rewritten for older ones.
      target: [`chrome${MINIMUM_CHROME}`, `firefox${Number.parseInt(MINIMUM_FIREFOX, 10)}`],
      // The sizes of what ships are held by tests/e2e/package; that data/ takes a build's time is known.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  }),
  zip: { includeSources: SOURCES, dotSources: true },
});
