/** The trees of a frame: its document and every shadow root in it, open or closed, there already or attached later. */
import { bridge } from './bridge.ts';
import { firstChildOf, nameOf, openRootOf } from './dom.ts';

/** Elements without children that may be hosts of closed roots, beside elements with a hyphen in their name. */
const MAY_HOST = new Set('article aside div footer header main nav p section span'.split(' '));
/** When to look again at elements that had no root yet, in milliseconds: a page upgrades its elements as it loads. */
const LOOK_AGAIN = [300, 1000, 3000, 10_000];
/** Elements to look at again; a page with more gets its later roots when it changes. */
const MOST_WAITING = 1000;

interface Opener {
  openOrClosedShadowRoot?: ShadowRoot | null | ((element: Element) => ShadowRoot | null);
}

export type Tree = Document | ShadowRoot;

export class Roots {
  readonly #known = new WeakSet<Tree>();
  readonly #waiting = new Set<Element>();
  readonly #found: (root: ShadowRoot) => void;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;

  /** `found` hears of each shadow root once. */
  constructor(found: (root: ShadowRoot) => void, signal: AbortSignal) {
    this.#found = found;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Looks whether `element` is a host; asked of every element that a walk meets, so it decides fast. */
  probe(element: Element): void {
    if (bridge().ours.has(element)) return;
    const name = nameOf(element);
    const open = openRootOf(element);
    if (open) this.#add(open);
    else if (name.includes('-') || (MAY_HOST.has(name) && !firstChildOf(element))) {
      const root = rootOf(element);
      if (root) this.#add(root);
      else this.#wait(element);
    }
  }

  /** Looks again at elements that had no root when they were met. */
  lookAgain(): void {
    for (const element of this.#waiting) {
      const root = rootOf(element);
      if (!root) continue;
      this.#waiting.delete(element);
      this.#add(root);
    }
  }

  #add(root: ShadowRoot): void {
    if (this.#known.has(root) || bridge().own?.has(root)) return;
    this.#known.add(root);
    this.#found(root);
  }

  #wait(element: Element): void {
    if (this.#waiting.size >= MOST_WAITING) return;
    this.#waiting.add(element);
    this.#looks = 0;
    if (this.#timer === undefined && !this.#signal.aborted) this.#schedule();
  }

  #schedule(): void {
    const delay = LOOK_AGAIN[this.#looks++];
    if (delay === undefined) {
      this.#timer = undefined;
      // What had no root by now is looked at when the page changes, as long as it stays.
      for (const element of this.#waiting) if (!element.isConnected) this.#waiting.delete(element);
      return;
    }
    this.#timer = setTimeout(() => {
      this.lookAgain();
      this.#schedule();
    }, delay);
  }
}

/** The shadow root of `element`, open or closed, by the call that each browser gives extensions. */
export function rootOf(element: Element): ShadowRoot | null {
  const own = (element as Opener).openOrClosedShadowRoot;
  if (own !== undefined) return own as ShadowRoot | null;
  // Firefox has the property above; its linter warns of the mere name of Chromium's call.
  return import.meta.env.FIREFOX ? null : (chrome.dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null);
}
