/**
 * A pause for a while ends by itself, with no permission for alarms: each paused page keeps one timer in its top frame,
 * and whichever is first takes the pause out of storage. The background hears of that and starts marks everywhere.
 */
import { isPaused, PAUSE_KEY } from '../../core/settings/site-rules.ts';
import type { Admission } from './gate.ts';
import { isAlive } from './life.ts';

/** Milliseconds a timer waits at most: one that slept with the machine is late by no more. */
const LONGEST = 60_000;

/** Ends the pause of `admission`, if it is one with an end, when its time comes. */
export function endPauseInTime({ pause }: Pick<Admission, 'pause'>): void {
  if (window !== window.top || !isPaused(pause, Date.now())) return;
  const { until } = pause as { until: unknown };
  if (typeof until === 'number') setTimeout(() => void look(), Math.min(until - Date.now(), LONGEST));
}

async function look(): Promise<void> {
  // Without its extension this page has nothing to wait for.
  if (!isAlive()) return;
  const { [PAUSE_KEY]: pause } = await chrome.storage.local.get(PAUSE_KEY);
  if (pause === undefined) return;
  if (isPaused(pause, Date.now())) endPauseInTime({ pause });
  else await chrome.storage.local.remove(PAUSE_KEY);
}
