/** The popover's script: injected into a frame at the reader's first intent there, never before. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bridge } from '../content-script/bridge.ts';
import { createPopover } from './controller.ts';

export default defineUnlistedScript(() => {
  const shared = bridge();
  if (!shared.engine || shared.popover) return;
  shared.popover = createPopover(shared.engine);
  shared.engine.signal.addEventListener('abort', () => {
    delete shared.popover;
  });
});
