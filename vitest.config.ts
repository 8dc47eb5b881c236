import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/lib/find-browser.ts';

const chromium = findBrowser('chromium');
const support = (file: string) => fileURLToPath(new URL(`tests/unit/support/${file}`, import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        resolve: {
          alias: {
            'virtual:fascicle/entries': support('entries.ts'),
            'virtual:fascicle/lexicon-version': support('lexicon-version.ts'),
          },
        },
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' },
      },
      ...(chromium
        ? [
            {
              test: {
                name: 'browser',
                include: ['tests/browser/**/*.test.{ts,tsx}'],
                browser: {
                  enabled: true,
                  headless: true,
                  screenshotFailures: false,
                  provider: playwright({ launchOptions: { executablePath: chromium, args: ['--no-sandbox'] } }),
                  instances: [{ browser: 'chromium' as const }],
                },
              },
            },
          ]
        : []),
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file starts browsers of its own; two at a time keep a small machine responsive.
          maxWorkers: 2,
        },
      },
    ],
  },
});
