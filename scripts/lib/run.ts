/** Runs one of the project's tools in the foreground. */
import { spawnSync } from 'node:child_process';

/** Whether `command` ended well; its output goes where ours goes. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}
