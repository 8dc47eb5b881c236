/**
 * What the popup needs before its first paint and shares with our other pages comes as one script beside its own, and the
 * page asks for both at once: each file more, each that is only found in another and each line that can wait makes it wait.
 */
import { defineWxtModule } from 'wxt/modules';

/** The page that readers wait for. */
const FIRST = '/entrypoints/popup/index.html';
/** Pages and parts of pages that must want a module before it leaves the popup's own script. */
const WANTED_BY = 2;

interface ModuleInfo {
  readonly importedIds: readonly string[];
}

export default defineWxtModule({
  name: 'page-scripts',
  setup(wxt) {
    wxt.hook('vite:build:extendConfig', (entries, config) => {
      if (!entries.some(({ inputPath }) => inputPath.endsWith('.html'))) return;
      let atOnce: ReadonlySet<string> = new Set();
      config.plugins ??= [];
      config.plugins.push({
        name: 'fascicle:page-scripts',
        buildEnd() {
          const first = [...this.getModuleIds()].find((id) => id.endsWith(FIRST));
          if (!first) throw new Error(`No module ${FIRST}: which scripts does the popup wait for?`);
          atOnce = reachableFrom(first, (id) => this.getModuleInfo(id));
        },
        outputOptions: (options) => ({
          ...options,
          codeSplitting: {
            groups: [
              {
                name: (id: string) => (atOnce.has(id) ? 'shared' : null),
                debugName: 'shared',
                minShareCount: WANTED_BY,
              },
            ],
          },
        }),
      });
    });
  },
});

/** `first` and every module that it imports, directly or not; what is only imported when it is asked for is not among them. */
function reachableFrom(first: string, infoOf: (id: string) => ModuleInfo | null): Set<string> {
  const found = new Set([first]);
  // A set that grows is walked to its new end.
  for (const id of found) for (const imported of infoOf(id)?.importedIds ?? []) found.add(imported);
  return found;
}
