/** Which containers are near the viewport, asked of the browser, and of few of them at a time on pages with many. */
import type { Container } from './blocks.ts';
import { documentElement, isConnected, isFragment, listen, parentOf } from './dom.ts';

/** How far beyond the viewport containers count as near, so that scrolling meets marks that are there already. */
const NEAR = '50%';
/** Boxes past which those far away are not observed: the browser looks at each of them in every frame, about 1 µs each. */
const MANY = 300;
/** How far beyond the near ones boxes are observed, and how much the page may move before all are looked at, in viewports. */
const FAR = 1.5;
const MOVED = 0.75;
/** Milliseconds from a move of the page to the look at all boxes, and between two looks for other reasons. */
const SOON = 80;
const SELDOM = 2000;
/** What a reader does that may bring blocks into view without a scroll: tabs, filters, what is typed into a search. */
const OTHER_REASONS = ['click', 'input', 'toggle', 'transitionend'];

interface ScrollMargin extends IntersectionObserverInit {
  readonly scrollMargin?: string;
}

export class Nearness {
  /** The containers that are near the viewport now. */
  readonly near = new Set<Container>();
  /** Grows whenever `isHidden` may answer differently. */
  hiddenVersion = 0;
  /** What is observed for each container: the element itself, or the nearest one with a box. */
  readonly #boxes = new Map<Container, Element>();
  readonly #inBox = new Map<Element, Set<Container>>();
  readonly #hidden = new WeakSet<Element>();
  /** Boxes far away, which are not observed for now. */
  readonly #far = new Set<Element>();
  readonly #observer: IntersectionObserver;
  readonly #changed: () => void;
  readonly #signal: AbortSignal;
  #isFollowing = false;
  /** Where each scroller stood when all boxes were looked at, and how high the page was. */
  #stood = new WeakMap<EventTarget, number>();
  #height = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;

  /** `changed` is called when containers came near, went away or may have been hidden. */
  constructor(changed: () => void, signal: AbortSignal) {
    this.#changed = changed;
    this.#signal = signal;
    const options: ScrollMargin = { root: document, rootMargin: NEAR, scrollMargin: NEAR };
    this.#observer = new IntersectionObserver((records) => this.#see(records), options);
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      clearTimeout(this.#timer);
    });
  }

  /** Follows what may bring far boxes near; a page that has none needs none of it. */
  #follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    const signal = this.#signal;
    const sizes = new ResizeObserver(([record]) => this.#resized(record?.contentRect.height ?? 0));
    const root = documentElement();
    if (root) sizes.observe(root);
    signal.addEventListener('abort', () => sizes.disconnect());
    listen(document, 'scroll', ({ target }) => this.#scrolled(target), signal, { passive: true, capture: true });
    for (const reason of OTHER_REASONS)
      listen(document, reason, () => this.#lookIn(SELDOM), signal, { passive: true, capture: true });
  }

  has(container: Container): boolean {
    return this.#boxes.has(container);
  }

  watch(container: Container): void {
    this.#observe(container, isFragment(container) ? container.host : container);
  }

  forget(container: Container): void {
    this.near.delete(container);
    this.#unobserve(container);
  }

  /** Whether a container was seen to have no box: its text is hidden. */
  isHidden(container: Container): boolean {
    const box = this.#boxes.get(container);
    return box !== undefined && this.#hidden.has(box);
  }

  #observe(container: Container, box: Element): void {
    this.#boxes.set(container, box);
    const others = this.#inBox.get(box);
    if (others) {
      others.add(container);
      // Observing anew makes the observer report where the box is.
      this.#observer.unobserve(box);
    } else this.#inBox.set(box, new Set([container]));
    this.#far.delete(box);
    this.#observer.observe(box);
  }

  #unobserve(container: Container): void {
    const box = this.#boxes.get(container);
    if (!box) return;
    this.#boxes.delete(container);
    const others = this.#inBox.get(box);
    others?.delete(container);
    if (others && others.size > 0) return;
    this.#inBox.delete(box);
    this.#far.delete(box);
    this.#observer.unobserve(box);
  }

  #see(records: readonly IntersectionObserverEntry[]): void {
    let isDifferent = false;
    for (const { target, isIntersecting, boundingClientRect: box } of records) {
      const isHidden = box.width === 0 && box.height === 0;
      if (isHidden && isConnected(target) && getComputedStyle(target).display === 'contents') {
        this.#climb(target);
        continue;
      }
      if (isHidden !== this.#hidden.has(target)) {
        isDifferent = true;
        this.hiddenVersion++;
        if (isHidden) this.#hidden.add(target);
        else this.#hidden.delete(target);
      }
      for (const container of this.#inBox.get(target) ?? []) {
        isDifferent ||= isIntersecting !== this.near.has(container);
        if (isIntersecting) this.near.add(container);
        else this.near.delete(container);
      }
      const reach = innerHeight * FAR;
      if (!isHidden && this.#inBox.size > MANY && (box.bottom < -reach || box.top > innerHeight + reach)) {
        this.#observer.unobserve(target);
        this.#far.add(target);
        this.#follow();
      }
    }
    if (isDifferent) this.#changed();
  }

  /** An element without a box of its own is where its parent is. */
  #climb(box: Element): void {
    const parent = parentOf(box);
    const above = parent && isFragment(parent) ? parent.host : parent;
    if (!(above instanceof Element)) return;
    for (const container of [...(this.#inBox.get(box) ?? [])]) {
      this.#unobserve(container);
      this.#observe(container, above);
    }
  }

  #scrolled(target: EventTarget | null): void {
    if (this.#far.size === 0 || !target) return;
    const now = target instanceof Element ? target.scrollTop : scrollY;
    const stood = this.#stood.get(target) ?? 0;
    if (Math.abs(now - stood) < innerHeight * MOVED) return;
    this.#stood.set(target, now);
    this.#lookIn(SOON);
  }

  #resized(height: number): void {
    if (Math.abs(height - this.#height) < innerHeight * MOVED) return;
    if (this.#height > 0) this.#lookIn(SELDOM / 2);
    this.#height = height;
  }

  /** Looks where all boxes are within `delay`: once observed, each is reported, and those still far are let go again. */
  #lookIn(delay: number): void {
    const due = performance.now() + delay;
    if (this.#far.size === 0 || due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Number.POSITIVE_INFINITY;
      for (const box of this.#far) this.#observer.observe(box);
      this.#far.clear();
    }, delay);
  }
}
