/** `npm run build [-- chrome firefox …]`: the extension for every target, or for those named, into `.output/`. */
import { run } from './lib/run.ts';

const TARGETS = ['chrome', 'edge', 'firefox', 'safari'];

const named = process.argv.slice(2);
for (const target of named.length > 0 ? named : TARGETS) {
  if (!TARGETS.includes(target)) {
    console.error(`No target "${target}"; there are ${TARGETS.join(', ')}.`);
    process.exit(2);
  }
  if (!run('wxt', ['build', '--browser', target, '--mv3'])) process.exit(1);
}
