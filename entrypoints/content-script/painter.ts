/** Marks: matches near the viewport, registered as static ranges under one name of the CSS Custom Highlight registry. */
import type { IndexedMatch, PageIndex } from './page-index.ts';

/** Marks registered at a time; Chromium checks every one again at each change of the page. */
const MOST_MARKS = 2000;
/** How far beyond the viewport containers count as near, so that scrolling meets marks that are there already. */
const NEAR = '75%';

export class Painter {
  readonly #index: PageIndex;
  readonly #highlight = new Highlight();
  readonly #near = new Set<Element>();
  readonly #shown = new Map<Element, readonly IndexedMatch[]>();
  readonly #observer: IntersectionObserver;
  #name = '';
  #paintRequested = false;
  #hidden: (entry: number) => boolean = () => false;

  constructor(index: PageIndex, signal: AbortSignal) {
    this.#index = index;
    this.#observer = new IntersectionObserver(
      (records) => {
        for (const { target, isIntersecting } of records) {
          if (isIntersecting) this.#near.add(target);
          else this.#near.delete(target);
        }
        this.request();
      },
      { rootMargin: NEAR },
    );
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      CSS.highlights.delete(this.#name);
    });
  }

  /** The highlight's name carries the user's style; `hidden` says which entries are not to be marked. */
  configure(name: string, hidden: (entry: number) => boolean): void {
    if (this.#name !== '' && this.#name !== name) CSS.highlights.delete(this.#name);
    this.#name = name;
    this.#hidden = hidden;
    CSS.highlights.set(name, this.#highlight);
    this.request();
  }

  watch(container: Element): void {
    this.#observer.observe(container);
    if (this.#near.has(container)) this.request();
  }

  forget(container: Element): void {
    this.#observer.unobserve(container);
    this.#near.delete(container);
    this.request();
  }

  /** Paints in the next frame, once however often it is asked. */
  request(): void {
    if (this.#paintRequested) return;
    this.#paintRequested = true;
    requestAnimationFrame(() => {
      this.#paintRequested = false;
      this.#paint();
    });
  }

  /** The marks shown in a container. */
  marksIn(container: Element): readonly IndexedMatch[] {
    return this.#shown.get(container) ?? [];
  }

  #paint(): void {
    let count = 0;
    for (const [container, marks] of this.#shown) {
      if (this.#near.has(container)) continue;
      for (const { range } of marks) this.#highlight.delete(range);
      this.#shown.delete(container);
    }
    for (const container of this.#near) {
      const before = this.#shown.get(container) ?? [];
      const wanted = this.#index.matchesIn(container).filter(({ match }) => !this.#hidden(match.entry));
      const marks = wanted.slice(0, Math.max(0, MOST_MARKS - count));
      count += marks.length;
      const kept = new Set(marks.map(({ range }) => range));
      for (const { range } of before) if (!kept.has(range)) this.#highlight.delete(range);
      for (const { range } of marks) this.#highlight.add(range);
      this.#shown.set(container, marks);
    }
    // A page may have cleared the registry; our own name only is put back.
    if (this.#name !== '' && !CSS.highlights.has(this.#name)) CSS.highlights.set(this.#name, this.#highlight);
  }
}
