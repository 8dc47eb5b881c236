/** What the popup and the background tell this frame. */
import type { Browser } from 'wxt/browser';
import type { ToContentScript } from '../../core/messages/schema.ts';
import type { Intent } from './intent.ts';
import type { Reporter } from './report.ts';
import type { Steps } from './steps.ts';

/** Answers messages until the signal aborts. Only our own extension can send them. */
export function listenToSteps(
  { steps, intent, reporter, version }: { steps: Steps; intent: Intent; reporter: Reporter; version: string },
  signal: AbortSignal,
): void {
  const listener = (
    message: ToContentScript,
    sender: Browser.runtime.MessageSender,
    answer: (value: unknown) => void,
  ) => {
    if (sender.id !== chrome.runtime.id) return;
    if (message.type === 'report-again') reporter.reportAgain();
    else if (message.type === 'step') {
      const { entry, by, fresh, focus } = message;
      const mark = message.version === version ? steps.step(entry, by, fresh) : undefined;
      if (mark && focus) void intent.ask(mark);
      answer(mark !== undefined);
    }
  };
  chrome.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    try {
      chrome.runtime.onMessage.removeListener(listener);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}
