<<<<<<< Updated upstream
import { playwright } from '@vitest/browser-playwright';
=======
import { fileURLToPath } from 'node:url';
>>>>>>> Stashed changes
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/lib/find-browser.ts';

const chromium = findBrowser('chromium');

export default defineConfig({
  test: {
    projects: [
<<<<<<< Updated upstream
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
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
=======
      {
        resolve: {
          alias: {
            'virtual:fascicle/entries': fileURLToPath(new URL('tests/unit/support/entries.ts', import.meta.url)),
            'virtual:fascicle/lexicon-version': fileURLToPath(
              new URL('tests/unit/support/lexicon-version.ts', import.meta.url),
            ),
          },
        },
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' },
      },
>>>>>>> Stashed changes
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
