/**
 * `npm run zip [-- chrome firefox …]`: the packages for the stores, into `.output/`. Firefox's comes with the package of
 * its sources, from which Mozilla's reviewers build the same bytes; it must pass their linter without a warning.
 */
import { run } from './lib/run.ts';

const TARGETS = ['chrome', 'edge', 'firefox'];

const named = process.argv.slice(2);
for (const target of named.length > 0 ? named : TARGETS) {
  if (!TARGETS.includes(target)) {
    console.error(`No package for "${target}"; there are ${TARGETS.join(', ')}.`);
    process.exit(2);
  }
  if (!run('wxt', ['zip', '--browser', target, '--mv3'])) process.exit(1);
  const folder = `.output/${target}-mv3`;
  const isClean =
    target !== 'firefox' || run('web-ext', ['lint', '--source-dir', folder, '--warnings-as-errors', '--boring']);
  if (!isClean) process.exit(1);
}
