/** Gives the build the knowledge base as virtual modules. */
import { defineWxtModule } from 'wxt/modules';
import { knowledgePlugin } from './plugin.ts';

export default defineWxtModule({
  name: 'knowledge',
  setup(wxt) {
    const { plugin, forget } = knowledgePlugin(wxt.config.root);
    wxt.hook('build:before', forget);
    wxt.hook('vite:build:extendConfig', (_entries, config) => {
      config.plugins ??= [];
      config.plugins.push(plugin);
    });
  },
});
