/**
 * The always-on script of every frame. OFF (a switch, a rule, a pause): it ends after one read of storage and nothing of
 * it stays. ON: it waits until the frame is looked at, then looks out for health terms with a small table of triggers.
 * The page engine with its lexicon is fetched when one fires (`engine.ts`), the popover when the reader points at a mark.
 */
import triggers from 'virtual:fascicle/triggers';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openTriggers } from '../../core/matching/triggers.ts';
import { bridge } from './bridge.ts';
import { admission, siteUrl, untilSeen } from './gate.ts';
import { languageOf } from './language.ts';
import { lookOut } from './lookout.ts';
import { watchSettings } from './watch-settings.ts';

/** When to ask again for an engine that did not come, in milliseconds: the background may be starting or be replaced. */
const ASK_AGAIN = [500, 2000, 10_000];

export default defineUnlistedScript(async () => {
  if (bridge().stop) return;
  const life = new AbortController();
  const { signal } = life;
  bridge().stop = () => {
    life.abort();
    delete bridge().stop;
    delete bridge().start;
  };
  if (window !== window.top) await untilSeen(signal);
  const url = await siteUrl();
  let admitted = await admission(url);
  if (admitted.state !== 'on') return bridge().stop?.();
  watchSettings(
    url,
    (changed) => {
      admitted = changed;
    },
    signal,
  );
  await untilSeen(signal);
  if (signal.aborted) return;
  let accepts = (_: Node): boolean => true;
  lookOut(
    openTriggers(triggers),
    async (near) => {
      accepts = await languageOf(near);
      return accepts;
    },
    () => {
      bridge().start = { url, admission: admitted, accepts, signal };
      void askForEngine(signal);
    },
    signal,
  );
});

async function askForEngine(signal: AbortSignal): Promise<void> {
  for (const wait of ASK_AGAIN) {
    await chrome.runtime.sendMessage({ type: 'start-engine' }).catch(() => undefined);
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    if (signal.aborted || !bridge().start) return;
  }
}
