/** Elements whose class changed. Watched apart from all else: classes change all the time, and few are those of editors. */
import { attributeOf, isElement } from './dom.ts';
import type { Tree } from './roots.ts';
import { isEditorClass } from './tags.ts';

export class Restyled {
  /** With each whether its class was an editor's at any time since they were taken. */
  readonly #elements = new Map<Element, boolean>();
  readonly #observer: MutationObserver;

  /** `noted` is called after each time that classes changed. */
  constructor(noted: () => void) {
    this.#observer = new MutationObserver((records) => {
      for (const { target, oldValue } of records) {
        if (isElement(target) && !this.#elements.get(target)) this.#elements.set(target, isEditorClass(oldValue));
      }
      noted();
    });
  }

  get size(): number {
    return this.#elements.size;
  }

  observe(tree: Tree): void {
    this.#observer.observe(tree, {
      subtree: true,
      attributes: true,
      attributeFilter: ['class'],
      attributeOldValue: true,
    });
  }

  disconnect(): void {
    this.#observer.disconnect();
  }

  /** Those that are editors by their class, or were; all are forgotten. */
  take(): Element[] {
    const isOrWas = ([element, was]: [Element, boolean]) => was || isEditorClass(attributeOf(element, 'class'));
    const taken = [...this.#elements].filter(isOrWas).map(([element]) => element);
    this.#elements.clear();
    return taken;
  }
}
