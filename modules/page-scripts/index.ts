/**
 * What most of our own pages share comes as one script beside the page's own, and the page asks for both at once: each file
 * more, and each that is only found in another, makes a popup wait.
 */
import { defineWxtModule } from 'wxt/modules';

/** Pages and parts of pages that must want a module before it is everyone's. */
const WANTED_BY = 3;

export default defineWxtModule({
  name: 'page-scripts',
  setup(wxt) {
    wxt.hook('vite:build:extendConfig', (entries, config) => {
      if (!entries.some(({ inputPath }) => inputPath.endsWith('.html'))) return;
      config.plugins ??= [];
      config.plugins.push({
        name: 'fascicle:page-scripts',
        outputOptions: (options) => ({
          ...options,
          codeSplitting: { groups: [{ name: 'shared', minShareCount: WANTED_BY }] },
        }),
      });
    });
  },
});
