import { listen } from './dom.ts';

/**
 * Asks the background; undefined where nobody answers, or the page came back from the back-forward cache meanwhile: what
 * was asked before may never be answered. Once the extension is gone, calls throw before they return.
 */
export async function send(message: object): Promise<unknown> {
  const waiting = new AbortController();
  const back = new Promise<undefined>((resolve) => {
    const shown = ({ persisted, isTrusted }: PageTransitionEvent) => isTrusted && persisted && resolve(undefined);
    listen<PageTransitionEvent>(window, 'pageshow', shown, waiting.signal);
  });
  try {
    return await Promise.race([chrome.runtime.sendMessage(message), back]);
  } catch {
    return undefined;
  } finally {
    waiting.abort();
  }
}
