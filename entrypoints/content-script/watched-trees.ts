/** The trees of a frame that are watched for changes, as long as they stand in its document. */
import { isConnected } from './dom.ts';
import type { Tree } from './roots.ts';
import { TELLING_ATTRIBUTES } from './tags.ts';

export class WatchedTrees {
  readonly #all = new Set<Tree>();
  readonly #observer: MutationObserver;

  /** `changed` hears of every change in them until the signal aborts. */
  constructor(changed: (records: readonly MutationRecord[]) => void, signal: AbortSignal) {
    this.#observer = new MutationObserver(changed);
    signal.addEventListener('abort', () => this.rest());
  }

  get all(): ReadonlySet<Tree> {
    return this.#all;
  }

  /** Harmless when called again. */
  watch(tree: Tree): void {
    this.#all.add(tree);
    this.#observer.observe(tree, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: TELLING_ATTRIBUTES,
      attributeOldValue: true,
    });
  }

  /** Forgets those that left the page: it may have made thousands, and is not to keep them for our sake. */
  forgetGone(): void {
    for (const tree of this.#all) if (!isConnected(tree)) this.#all.delete(tree);
  }

  /** Hears of nothing until trees are watched again. */
  rest(): void {
    this.#observer.disconnect();
  }
}
