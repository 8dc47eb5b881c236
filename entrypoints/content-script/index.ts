/**
 * The always-on script of every frame. OFF (a switch, a rule, a pause): it ends after one read of storage and nothing of
 * it stays, but for a timer in top frames where a pause is to end. ON: it waits until the frame is looked at, then looks
 * out for health terms with a small table of triggers. The page engine is fetched when one fires (`engine.ts`), the popover when the reader points at a mark.
 */

import triggers from 'virtual:fascicle/triggers';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openTriggers } from '../../core/matching/triggers.ts';
import { bridge } from './bridge.ts';
import { listen } from './dom.ts';
import { type Admission, admission, siteUrl, untilSeen } from './gate.ts';
import { languageOf } from './language.ts';
import { goesOn, isAlive } from './life.ts';
import { lookOut } from './lookout.ts';
import { endPauseInTime } from './pause.ts';
import { send } from './send.ts';
import { watchSettings } from './watch-settings.ts';

/** When to ask again for an engine that did not come, in milliseconds: the background may be starting or be replaced. */
const ASK_AGAIN = [500, 2000, 10_000];

/** Milliseconds between two starts in one frame: a page may write itself anew all the time. */
const SELDOM = 2000;

export default defineUnlistedScript(() => {
  const start = async (): Promise<void> => {
    if (bridge().stop) return;
    const startedAt = performance.now();
    const life = new AbortController();
    const { signal } = life;
    const again = () => {
      bridge().stop?.();
      setTimeout(() => isAlive() && void start(), Math.max(0, startedAt + SELDOM - performance.now()));
    };
    bridge().stop = () => {
      life.abort();
      delete bridge().stop;
      delete bridge().start;
      delete bridge().configure;
    };
    // What was asked when the page went to the back-forward cache may never be answered: all begins anew.
    let isAsking = false;
    const answerTo = <T>(question: Promise<T>): Promise<T> => {
      isAsking = true;
      return question.finally(() => {
        isAsking = false;
      });
    };
    listen<PageTransitionEvent>(
      window,
      'pageshow',
      ({ persisted, isTrusted }) => isTrusted && persisted && isAsking && again(),
      signal,
    );
    if (window !== window.top) await untilSeen(signal);
    if (signal.aborted) return;
    const url = await answerTo(siteUrl());
    if (signal.aborted || !goesOn()) return;
    // Watched before they are read: no change falls in between.
    let changed: Admission | undefined;
    watchSettings(
      url,
      (now) => {
        changed = now;
        bridge().configure?.(now);
      },
      signal,
    );
    const first = await answerTo(admission(url));
    if (signal.aborted) return;
    if (first.state !== 'on') {
      endPauseInTime(first);
      return bridge().stop?.();
    }
    await untilSeen(signal);
    if (signal.aborted) return;
    let accepts = (_: Node): boolean => true;
    lookOut(
      openTriggers(triggers),
      async (near) => {
        if (goesOn()) accepts = await answerTo(languageOf(near));
        return accepts;
      },
      () => {
        bridge().start = {
          get admission() {
            return changed ?? first;
          },
          accepts,
          again,
          signal,
        };
        void askForEngine(signal);
      },
      signal,
    );
  };
  void start();
});

async function askForEngine(signal: AbortSignal): Promise<void> {
  for (const wait of ASK_AGAIN) {
    await send({ type: 'start-engine' });
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    if (signal.aborted || !bridge().start) return;
  }
}
