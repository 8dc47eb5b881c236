/**
 * Tells Chromium to compile every function of the scripts that run in pages at once: they are needed within milliseconds,
 * and compiling each when it is first called reads its text twice. https://v8.dev/blog/explicit-compile-hints
 * They are ASCII alone: browsers keep and read such a script at one byte a character, any other at two.
 */
import { defineWxtModule } from 'wxt/modules';

const HINT = '//# allFunctionsCalledOnLoad\n';
const SCRIPTS: ReadonlySet<string> = new Set(['content-script.js', 'page-engine.js']);

export default defineWxtModule({
  name: 'compile-hint',
  setup(wxt) {
    wxt.hook('vite:build:extendConfig', (_entries, config) => {
      config.plugins ??= [];
      config.plugins.push({
        name: 'fascicle:compile-hint',
        generateBundle(_options, bundle) {
          for (const chunk of Object.values(bundle))
            if (chunk.type === 'chunk' && SCRIPTS.has(chunk.fileName)) chunk.code = HINT + inAscii(chunk.code);
        },
      });
    });
  },
});

/** The same script: escapes mean the same in strings, patterns and names. */
const inAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
