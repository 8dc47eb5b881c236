/** The build fails when a file that would ship can reach the network, run text as code or parse text as HTML. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineWxtModule } from 'wxt/modules';
import { inspect } from './inspect.ts';
import { hardenedPreact } from './preact.ts';

export default defineWxtModule({
  name: 'bundle-guard',
  setup(wxt) {
    wxt.hook('vite:build:extendConfig', (_entries, config) => {
      config.plugins ??= [];
      config.plugins.push(hardenedPreact);
      // Vite's polyfill fetches modules for browsers that cannot preload them; those we support can.
      config.build = { ...config.build, modulePreload: { polyfill: false, resolveDependencies: ofPages } };
    });
    wxt.hook('build:done', ({ config }) => {
      if (config.command !== 'build') return;
      const findings = inspectBuild(config.outDir, citedLinks(config.root));
      if (findings.length > 0) throw new Error(`The build holds what must not ship:\n${findings.join('\n')}`);
    });
  },
});

/** A page asks for all its scripts at once; what a script imports later comes when it is asked for. */
const ofPages = (_file: string, dependencies: string[], { hostType }: { hostType: 'html' | 'js' }): string[] =>
  hostType === 'html' ? dependencies : [];

/** One line a finding for the build in `folder`. */
export function inspectBuild(folder: string, cited: ReadonlySet<string>): string[] {
  return globSync('**/*.{js,html,css,json}', { cwd: folder })
    .sort()
    .flatMap((path) =>
      inspect(path, readFileSync(join(folder, path), 'utf8'), cited).map((finding) => `${path}: ${finding}`),
    );
}

/** The links of the knowledge base of the project at `root`: the only addresses that may stand in a build. */
export function citedLinks(root: string): Set<string> {
  const lines = readFileSync(join(root, 'data/sources.yaml'), 'utf8').matchAll(/\burl: *["']?(https:\/\/[^\s"'}]+)/g);
  return new Set([...lines].map((line) => line[1] ?? ''));
}
