/** Bundles a file for a page into one plain script, as the build does for the extension. */
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** The script's text; what `entry` exports is then `globalThis.bench` in the page. */
export async function bundle(root: string, entry: string): Promise<string> {
  const result = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome128',
      lib: { entry: join(root, entry), formats: ['iife'], name: 'bench' },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = result[0]?.output ?? [];
  if (!chunk) throw new Error(`Nothing became of ${entry}`);
  return `${chunk.code}\nglobalThis.bench = bench;`;
}
