/**
 * `npm run check`: formatter and linter, types, dead code and the unit tests, at once, and how long each took. What a check says
 * is shown when it ends, so that two never speak at the same time.
 */
import { spawn } from 'node:child_process';
import { CHECKS, type Check } from './lib/checks.ts';
import { run } from './lib/run.ts';

const UNIT_TESTS: Check = {
  holds: 'unit tests',
  command: 'vitest',
  args: ['run', '--project', 'unit', '--project', 'background', '--reporter', 'dot'],
};

const seconds = () => `${(performance.now() / 1000).toFixed(1)} s`;

// The others read the types that it writes.
if (!run('wxt', ['prepare'])) process.exit(1);
const all = await Promise.all([UNIT_TESTS, ...CHECKS].map(check));
console.log(`${all.every(Boolean) ? 'All well' : 'Something is wrong'} after ${seconds()}`);
process.exit(all.every(Boolean) ? 0 : 1);

/** Whether what is checked holds. */
function check({ holds, command, args }: Check): Promise<boolean> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data));
  return new Promise((resolve) => {
    const end = (ok: boolean, words = Buffer.concat(said).toString()) => {
      if (!ok) console.log(words);
      console.log(`${ok ? '✓' : '✗'} ${holds} (${seconds()})`);
      resolve(ok);
    };
    child.on('error', (error) => end(false, String(error)));
    child.on('close', (status) => end(status === 0));
  });
}
