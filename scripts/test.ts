/**
 * `npm test`: formatter and linter, types, dead code, then every test there is, in Node and in real browsers, against fresh builds.
 * The last line is the total. `CI=true` makes a missing browser a failure; without it the browser is skipped, loudly.
 */
import { startVitest } from 'vitest/node';
import { CHECKS } from './lib/checks.ts';
import { type BrowserName, findOrInstallBrowser, howToInstall } from './lib/find-browser.ts';
import { run } from './lib/run.ts';

let passed = 0;
let failed = 0;
let skipped = 0;
const count = (what: string, ok: boolean) => {
  console.log(`${ok ? '✓' : '✗'} ${what}`);
  if (ok) passed++;
  else failed++;
};

console.log('Formatter, linter, types, dead code …');
count('prepared', run('wxt', ['prepare']));
for (const { holds, command, args } of CHECKS) count(holds, run(command, args));
console.log('Building …');
for (const target of ['chrome', 'firefox'])
  count(`package for ${target}`, run(process.execPath, ['scripts/zip.ts', target]));

for (const name of ['chromium', 'firefox'] as const satisfies BrowserName[]) {
  if (findOrInstallBrowser(name)) continue;
  console.log(`\n*** SKIPPED: every test in ${name}. ${howToInstall(name)} ***\n`);
  if (process.env.CI === 'true') count(`${name} is there`, false);
  else skipped++;
}

console.log('Tests …');
const vitest = await startVitest('test', [], { watch: false, reporters: ['default'] });
for (const module of vitest.state.getTestModules()) {
  const tests = [...module.children.allTests()];
  // A file that fails before its tests are known has none to count.
  if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) failed++;
  for (const test of tests) {
    const { state } = test.result();
    if (state === 'passed') passed++;
    else if (state === 'failed') failed++;
    else skipped++;
  }
}
failed += vitest.state.getUnhandledErrors().length;
await vitest.close();

if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
