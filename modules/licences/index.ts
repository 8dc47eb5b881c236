/** Writes `licences.txt` into each build: the name, version and licence text of every package whose code is in it. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineWxtModule } from 'wxt/modules';

const INTRODUCTION = 'Fascicle (MIT licence) holds code of these packages, under their licences.\n';
/** Packages under the MIT licence that come without its text, and whose copyright it is by their repository. */
const MIT_WITHOUT_FILE: Readonly<Record<string, string>> = {
  wxt: '2023 Aaron',
  '@wxt-dev/browser': '2023 Aaron',
  '@wxt-dev/i18n': '2023 Aaron',
};

export default defineWxtModule({
  name: 'licences',
  setup(wxt) {
    const folders = new Set<string>();
    wxt.hook('build:before', () => folders.clear());
    wxt.hook('vite:build:extendConfig', (_entries, config) => {
      config.plugins ??= [];
      config.plugins.push({
        name: 'fascicle:licences',
        generateBundle(_options, bundle) {
          for (const file of Object.values(bundle)) {
            if (file.type !== 'chunk') continue;
            for (const [id, { renderedLength }] of Object.entries(file.modules)) {
              const folder = packageFolder(id);
              if (folder && renderedLength > 0) folders.add(folder);
            }
          }
        },
      });
    });
    wxt.hook('build:done', ({ config }) => {
      writeFileSync(
        join(config.outDir, 'licences.txt'),
        INTRODUCTION +
          [...folders]
            .map((folder) => licence(folder, config.root))
            .sort()
            .join(''),
      );
    });
  },
});

/** The folder of the package that a module belongs to; undefined for our own. */
export function packageFolder(id: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

/** Throws where the text of a package's licence is not to be had. */
function licence(folder: string, root: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = globSync('{LICENSE,LICENCE}*', { cwd: folder }).sort()[0];
  const holder = MIT_WITHOUT_FILE[name];
  const text = file
    ? readFileSync(join(folder, file), 'utf8')
    : holder && readFileSync(join(root, 'LICENSE'), 'utf8').replace(/(?<=Copyright \(c\) ).*/, holder);
  if (!text) throw new Error(`${name} ships without the text of its licence (${license}).`);
  return `\n${'-'.repeat(78)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
}
