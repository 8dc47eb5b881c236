/**
 * The always-on script of every frame. OFF (a switch, a rule, a pause, another language, no health term): it leaves
 * after one read of storage or one pass over the text, and nothing of it stays. ON: it marks, keeps up with changes,
 * and waits for the reader's first intent; the popover comes then (`entrypoints/popover`).
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bridge } from './bridge.ts';
import { startEngine } from './engine.ts';
import { admission, isReadable, siteUrl } from './gate.ts';

export default defineUnlistedScript(async () => {
  if (bridge().stop || !isReadable()) return;
  const life = new AbortController();
  bridge().stop = () => {
    life.abort();
    delete bridge().stop;
  };
  const url = await siteUrl();
  const admitted = await admission(url);
  if (admitted.state !== 'on') return bridge().stop?.();
  await startEngine(url, admitted, life.signal);
});
