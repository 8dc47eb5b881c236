/** Dead code and unused packages; every exception says why. */
import type { KnipConfig } from 'knip';

export default {
  entry: [
    'entrypoints/*/index.{ts,html}',
    'entrypoints/*/main.tsx',
    // WXT finds modules by their place.
    'modules/*/index.ts',
    'scripts/*.ts',
    'tests/**/*.test.{ts,tsx}',
    // Benchmarks are found by their place, and bundle their own script for the page.
    'tests/bench/**/*.bench.ts',
    'tests/bench/*/page*.ts',
    // Bundled for the page by its test.
    'tests/e2e/engine/editors/page.ts',
  ],
  project: ['{core,components,entrypoints,modules,scripts,tests}/**/*.{ts,tsx}', '*.ts'],
  // A name used in its own file and tested or typed from others is not dead.
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Drives the browser for @vitest/browser-playwright; named to fix its version.
    'playwright-core',
    // Run by name, in scripts/lib/checks.ts.
    '@biomejs/biome',
  ],
  // Debian's own, for those who have no browser yet.
  ignoreBinaries: ['apt-get'],
} satisfies KnipConfig;
