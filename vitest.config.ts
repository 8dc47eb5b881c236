import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { knowledgePlugin } from './modules/knowledge/plugin.ts';
import { findBrowser } from './scripts/lib/find-browser.ts';

const chromium = findBrowser('chromium');
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const support = (file: string) => path(`tests/unit/support/${file}`);

/** Chromium as installed on this machine; without one its projects are left out. */
const inChromium = (executablePath: string) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath, args: ['--no-sandbox'] } }),
  instances: [{ browser: 'chromium' as const, viewport: { width: 420, height: 700 } }],
});

export default defineConfig({
  test: {
    projects: [
      {
        // One world for all files of a worker: what several of them need, data/ compiled, is made once.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/background/**'],
          environment: 'node',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        resolve: {
          alias: {
            'virtual:fascicle/entries': support('entries.ts'),
            'virtual:fascicle/lexicon': support('lexicon.ts'),
            'virtual:fascicle/lexicon-version': support('lexicon-version.ts'),
          },
        },
        // These bring a browser's API of their own, each file another.
        test: {
          name: 'background',
          include: ['tests/unit/background/**/*.test.ts'],
          environment: 'node',
          // No test asserts a time; a busy machine takes its time.
          testTimeout: 60_000,
        },
      },
      ...(chromium
        ? [
            {
              // Our own views and pages with real CSS; the extension's API is a stand-in.
              plugins: [knowledgePlugin(path('.')).plugin],
              resolve: {
                alias: {
                  '#i18n': path('.wxt/i18n/index.ts'),
                  'wxt/browser': path('tests/browser/support/extension-api.ts'),
                  '@wxt-dev/browser': path('tests/browser/support/extension-api.ts'),
                },
              },
              optimizeDeps: {
                // It imports the extension API, whose stand-in is no dependency.
                exclude: ['@wxt-dev/i18n'],
                include: [
                  'axe-core',
                  'fuse.js',
                  'jsonc-parser',
                  'preact/hooks',
                  'preact/test-utils',
                  'valibot',
                  'yaml',
                ],
              },
              test: {
                name: 'views',
                include: ['tests/browser/**/*.test.tsx'],
                browser: inChromium(chromium),
                // The first entry of a file brings all of them along.
                expect: { poll: { timeout: 10_000 } },
              },
            },
            { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], browser: inChromium(chromium) } },
          ]
        : []),
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
          // Each file starts browsers of its own; two at a time keep a small machine responsive.
          maxWorkers: 2,
          // After all the others, which take as many workers as there are.
          sequence: { groupOrder: 1 },
          // A browser that was starved of its processor for seconds gets one more try; what is wrong fails again.
          retry: 1,
        },
      },
    ],
  },
});
