/** Keys: those pressed in the card stay in it, Tab goes round in it, Escape closes it from anywhere. */
import type { Focus } from './focus.ts';
import type { Host } from './host.ts';

/** Everything that a keyboard or a clipboard causes. */
const KEYED = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'copy', 'cut', 'paste'] as const;

/**
 * Heard at the window, before any listener of the document: what happens in the card ends there. `close` answers
 * whether there was anything to close.
 */
export function watchKeys(host: Host, focus: Focus, close: () => boolean, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent, inside: boolean) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // What the page would do on Escape, such as closing its dialog, is not what was meant.
      if (!close()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.key === 'Tab' && inside && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      focus.moveOn(event.shiftKey ? -1 : 1);
    }
  };
  for (const type of KEYED) {
    window.addEventListener(
      type,
      (event) => {
        const inside = event.target === host.element;
        if (type === 'keydown' && event.isTrusted) onKey(event as KeyboardEvent, inside);
        if (inside) event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  }
}
