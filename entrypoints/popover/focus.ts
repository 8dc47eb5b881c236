/** The focus: where it was before the card took it, and the way round inside the card. */
import { isConnected, nameOf, openRootOf } from '../content-script/dom.ts';
import type { Host } from './host.ts';

const FOCUSABLE = 'a[href], button:not(:disabled), summary, textarea';

export class Focus {
  readonly #host: Host;
  #before: HTMLElement | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  get isInside(): boolean {
    return this.#host.focused !== null;
  }

  /** Moves the focus to the card, whose name and description a screen reader then says: once, and only when asked. */
  take(): void {
    if (!this.isInside) this.#before = focusedIn(activeOf(document));
    this.#host.mount.querySelector<HTMLElement>('[role=dialog]')?.focus({ preventScroll: true });
  }

  /** Gives the focus back to where it was, unless the reader has moved it away since. */
  giveBack(): void {
    if (this.isInside && this.#before && isConnected(this.#before))
      HTMLElement.prototype.focus.call(this.#before, { preventScroll: true });
    this.#before = undefined;
  }

  /** The next stop of the Tab key in the card: round and round, Escape leaves. */
  moveOn(by: 1 | -1): void {
    const stops = [...this.#host.mount.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) =>
      stop.checkVisibility(),
    );
    const at = stops.indexOf(this.#host.focused as HTMLElement);
    const next = at < 0 && by < 0 ? stops.length - 1 : (at + by + stops.length) % stops.length;
    stops[next]?.focus();
  }
}

const activeOf = (tree: Document): Element | null =>
  Object.getOwnPropertyDescriptor(Document.prototype, 'activeElement')?.get?.call(tree);

/** The focused element, through shadow roots that are open to us. */
function focusedIn(active: Element | null): HTMLElement | undefined {
  if (!(active instanceof HTMLElement) || nameOf(active) === 'body') return undefined;
  return focusedIn(openRootOf(active)?.activeElement ?? null) ?? active;
}
