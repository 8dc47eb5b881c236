/**
 * Tells Chromium to compile every function of the first script at once: they are needed within milliseconds, and compiling
 * each when it is first called reads its text twice. https://v8.dev/blog/explicit-compile-hints. The page engine would
 * take some 12 ms of a page that way, in one go; without, half of that, and the rest in the slices that it works in.
 * Both are ASCII alone: browsers keep and read such a script at one byte a character, any other at two.
 */
import { defineWxtModule } from 'wxt/modules';

const HINT = '//# allFunctionsCalledOnLoad\n';
const HINTED = 'content-script.js';
const SCRIPTS: ReadonlySet<string> = new Set([HINTED, 'page-engine.js']);

export default defineWxtModule({
  name: 'compile-hint',
  setup(wxt) {
    wxt.hook('vite:build:extendConfig', (_entries, config) => {
      config.plugins ??= [];
      config.plugins.push({
        name: 'fascicle:compile-hint',
        generateBundle(_options, bundle) {
          for (const chunk of Object.values(bundle))
            if (chunk.type === 'chunk' && SCRIPTS.has(chunk.fileName))
              chunk.code = (chunk.fileName === HINTED ? HINT : '') + inAscii(chunk.code);
        },
      });
    });
  },
});

/** The same script: escapes mean the same in strings, patterns and names. */
const inAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
