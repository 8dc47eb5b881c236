/** The script's life in the page: it ends when its extension does, and survives the back-forward cache. */
import { bridge } from './bridge.ts';
import { isShown, listen } from './dom.ts';
import { rootOf } from './roots.ts';

/** Milliseconds between two looks whether the extension is still there; nothing tells a script that it is gone. */
const TICK = 2000;

export interface Life {
  /** Now and then while the page shows. */
  tick(): void;
  /** The page came back from the back-forward cache; what changed meanwhile was not heard. */
  shownAgain(): void;
}

/** Calls `life` until the signal aborts, and ends the script when its extension was updated, disabled or removed. */
export function whileAlive(life: Life, signal: AbortSignal): void {
  const look = () => {
    if (goesOn() && isShown()) life.tick();
  };
  const timer = setInterval(look, TICK);
  signal.addEventListener('abort', () => clearInterval(timer));
  listen<PageTransitionEvent>(
    window,
    'pageshow',
    ({ persisted, isTrusted }) => {
      if (!isTrusted || !persisted) return;
      look();
      if (!signal.aborted) life.shownAgain();
    },
    signal,
  );
}

/**
 * Firefox ends the scripts of an extension that is replaced without a word to them: a card that was open stays, dead. The
 * new script takes it away.
 */
export function clearAwayDeadCard(): void {
  if (!import.meta.env.FIREFOX) return;
  for (const host of Document.prototype.querySelectorAll.call(document, '[popover=manual]:popover-open')) {
    if (!bridge().ours.has(host) && rootOf(host)?.querySelector('.fascicle')) host.remove();
  }
}

/** Whether the extension is still there; ends the script where it is not, for nothing else tells it. */
export function goesOn(): boolean {
  const alive = isAlive();
  if (!alive) bridge().stop?.();
  return alive;
}

/** Whether the extension that this script belongs to is still there. */
export function isAlive(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
