/** The page engine's script: injected into a frame when the always-on script met a health term there, never before. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bridge } from '../content-script/bridge.ts';
import { startEngine } from '../content-script/engine.ts';

export default defineUnlistedScript(() => {
  const { start } = bridge();
  delete bridge().start;
  if (start) void startEngine(start);
});
