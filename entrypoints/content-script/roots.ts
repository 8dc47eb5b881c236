/** The trees of a frame: its document and every shadow root in it, open or closed, there already or attached later. */
import { bridge } from './bridge.ts';
import { firstChildOf, isConnected, nameOf, openRootOf } from './dom.ts';
import { inSlices } from './slices.ts';

/** What can be a host at all, beside elements with a hyphen in their name. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);
/** Those without children that may be hosts of closed roots. */
const MAY_HOST = new Set('article aside div footer header main nav p section span'.split(' '));
/**
 * When to look again at elements that had no root yet, in milliseconds: a page upgrades its elements as it loads. A look
 * at one costs some 20 µs, for it goes through the extension's API.
 */
const LOOK_AGAIN = [1000, 5000];
/** Milliseconds between two looks because the page changed. */
const SELDOM = 10_000;
/** Elements to look at again. */
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
  #looked = 0;

  /** `found` hears of each shadow root once. */
  constructor(found: (root: ShadowRoot) => void, signal: AbortSignal) {
    this.#found = found;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /**
   * Looks whether `element` is a host; asked of every element that a walk meets, so it decides fast. Returns its root if
   * that was found before.
   */
  probe(element: Element): ShadowRoot | undefined {
    const name = nameOf(element);
    const isCustom = name.includes('-');
    if (!isCustom && !HOSTS.has(name)) return undefined;
    const root = openRootOf(element) ?? (isCustom ? rootOf(element) : null);
    if (root) return this.#add(root) ? undefined : root;
    if (isCustom || (MAY_HOST.has(name) && !firstChildOf(element))) this.#wait(element);
    return undefined;
  }

  /** The page changed: elements that had no root when they were met may have one now. */
  lookAgain(): void {
    if (this.#waiting.size > 0 && this.#timer === undefined && performance.now() - this.#looked > SELDOM) this.#look();
  }

  #look(): void {
    this.#looked = performance.now();
    void inSlices(this.#eachWaiting(), this.#signal);
  }

  *#eachWaiting(): Generator<void> {
    for (const element of this.#waiting) {
      const root = rootOf(element);
      if (root) this.#add(root);
      if (root || !isConnected(element)) this.#waiting.delete(element);
      yield;
    }
  }

  /** Returns false where the root was found before. */
  #add(root: ShadowRoot): boolean {
    if (this.#known.has(root)) return false;
    if (bridge().own?.has(root) || bridge().ours.has(root.host)) return true;
    this.#known.add(root);
    this.#found(root);
    return true;
  }

  #wait(element: Element): void {
    if (this.#waiting.size >= MOST_WAITING || this.#waiting.has(element)) return;
    this.#waiting.add(element);
    this.#looks = 0;
    if (this.#timer === undefined && !this.#signal.aborted) this.#schedule();
  }

  #schedule(): void {
    const delay = LOOK_AGAIN[this.#looks++];
    this.#timer =
      delay === undefined
        ? undefined
        : setTimeout(() => {
            this.#look();
            this.#schedule();
          }, delay);
  }
}

/** The shadow root of `element`, open or closed, by the call that each browser gives extensions. */
export function rootOf(element: Element): ShadowRoot | null {
  const own = (element as Opener).openOrClosedShadowRoot;
  if (own !== undefined) return own as ShadowRoot | null;
  // Firefox has the property above; its linter warns of the mere name of Chromium's call.
  if (import.meta.env.FIREFOX) return null;
  try {
    return chrome.dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null;
  } catch {
    // The extension was updated, disabled or removed under this page.
    return null;
  }
}
