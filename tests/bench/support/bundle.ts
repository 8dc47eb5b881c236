/** Bundles a file for a page into one plain script, as the build does for the extension. */
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** The script's text, styles and all; what `entry` exports is then `globalThis[name]` in the page. */
export async function bundle(root: string, entry: string, name = 'bench'): Promise<string> {
  const result = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome128',
      lib: { entry: join(root, entry), formats: ['iife'], name },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk, ...others] = result[0]?.output ?? [];
  if (!chunk) throw new Error(`Nothing became of ${entry}`);
  const styles = others.flatMap((other) =>
    other.type === 'asset' && other.fileName.endsWith('.css') ? [String(other.source)] : [],
  );
  return `${chunk.code}\nglobalThis.${name} = ${name};\n${styles.map(added).join('\n')}`;
}

const added = (css: string) =>
  `document.head.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(css)} }));`;
