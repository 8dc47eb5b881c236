/**
 * `npm run bench [-- name …] [--quick] [--built]`: measures in a real browser and writes the tables of
 * docs/performance.md. With names, only those benchmarks. `--quick` takes few rounds and writes nothing; `--built` takes
 * the extension as it lies in `.output`. Run nothing else meanwhile.
 */
import { parseArgs } from 'node:util';
import { findBenchmarks, measure } from '../tests/bench/support/suite.ts';
import { findOrInstallBrowser, howToInstall } from './lib/find-browser.ts';
import { run } from './lib/run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, built: { type: 'boolean', default: false } },
});
const root = process.cwd();
const all = await findBenchmarks(root);
const unknown = positionals.filter((name) => !all.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
if (!findOrInstallBrowser('chromium')) {
  console.error(howToInstall('chromium'));
  process.exit(1);
}

const chosen = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const stale = !values.built && chosen.some(({ needsBuild }) => needsBuild);
if (stale && !run(process.execPath, ['scripts/build.ts', 'chrome'])) process.exit(1);
for (const benchmark of chosen) {
  console.log(`\n${benchmark.name} …`);
  await measure(benchmark, { root, quick: values.quick, log: console.log });
}
