/** Which containers are near the viewport, asked of the browser, and of few of them at a time on pages with many. */
import type { Container } from './blocks.ts';
import { documentElement, isConnected, isFragment, isVisible, listen, parentOf } from './dom.ts';

/** How far beyond the viewport containers count as near, so that scrolling meets marks that are there already. */
const NEAR = '50%';
/** Boxes past which those far away are not observed: the browser looks at each of them in every frame, about 1 µs each. */
const MANY = 300;
/** How far beyond the near ones boxes are observed, and how much the page may move before all are looked at, in viewports. */
const FAR = 1.5;
const MOVED = 0.75;
/** Boxes that the browser is asked about in one frame, some 5 µs each. */
const BATCH = 400;
/** Far boxes that are judged by the first and the last of them. */
const PIECE = 100;
/** Milliseconds from a move of the page to the look at far boxes, and between two looks for other reasons. */
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
  /** Boxes to ask the browser about, those first that may be near. */
  #waiting = new Set<Element>();
  readonly #observer: IntersectionObserver;
  readonly #changed: () => void;
  readonly #signal: AbortSignal;
  #isFollowing = false;
  /** Where each scroller stood when all boxes were looked at, and how high the page was. */
  #stood = new WeakMap<EventTarget, number>();
  #height = 0;
  #frame: number | undefined;
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
      if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
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
    listen(document, 'scroll', ({ target }) => this.scrolled(target), signal, { passive: true, capture: true });
    for (const reason of OTHER_REASONS)
      listen(document, reason, () => this.#lookIn(SELDOM), signal, { passive: true, capture: true });
  }

  /** What was read anew may have moved: of what is near the browser tells by itself when it goes, of nothing else. */
  watch(container: Container): void {
    const box = isFragment(container) ? container.host : container;
    if (this.near.has(container) && this.#boxes.get(container) === box) return;
    this.#unobserve(container);
    this.#observe(container, box);
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
    this.#waiting.add(box);
    this.#ask();
  }

  /** Asks about a batch of those that wait in the next frame, before the browser looks. */
  #ask(): void {
    if (this.#signal.aborted || this.#waiting.size === 0) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      for (const box of this.#waiting.keys().take(BATCH)) {
        this.#waiting.delete(box);
        this.#far.delete(box);
        this.#observer.observe(box);
      }
      this.#ask();
    });
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
    this.#waiting.delete(box);
    this.#observer.unobserve(box);
  }

  #see(records: readonly IntersectionObserverEntry[]): void {
    let isDifferent = false;
    const reach = innerHeight * FAR;
    const below = innerHeight + reach;
    for (const { target, isIntersecting, boundingClientRect: box } of records) {
      const isEmpty = box.width === 0 && box.height === 0;
      if (isEmpty && isConnected(target) && getComputedStyle(target).display === 'contents') {
        this.#climb(target);
        continue;
      }
      const isHidden = isEmpty && !isPutOff(target);
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
      if (!isHidden && this.#inBox.size > MANY && (box.bottom < -reach || box.top > below)) {
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

  /** Something scrolled, in the document or in a shadow root. */
  scrolled(target: EventTarget | null): void {
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

  /**
   * Looks where far boxes are within `delay`, at those that may be near and, when the page has been at rest, at all:
   * once observed, each is reported, and those still far are let go again.
   */
  #lookIn(delay: number, all = false): void {
    const due = performance.now() + delay;
    if (this.#far.size === 0 || due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Number.POSITIVE_INFINITY;
      this.#waiting = new Set([...this.#maybeNear(), ...this.#waiting, ...(all ? this.#far : [])]);
      this.#ask();
      if (!all) this.#lookIn(SELDOM, true);
    }, delay);
  }

  /** Far boxes between two of which the viewport lies, or of which nothing is known: they may have been brought near. */
  #maybeNear(): Element[] {
    const far = [...this.#inBox.keys()].filter((box) => this.#far.has(box));
    const found: Element[] = [];
    const reach = innerHeight * FAR;
    for (let from = 0; from < far.length; from += PIECE) {
      const piece = far.slice(from, from + PIECE);
      const ends = [piece[0], piece.at(-1)].map((box) => (box as Element).getBoundingClientRect());
      const isHidden = ends.some(({ width, height }) => width === 0 && height === 0);
      const [top, bottom] = [Math.min(...ends.map((box) => box.top)), Math.max(...ends.map((box) => box.bottom))];
      if (isHidden || (bottom > -reach && top < innerHeight + reach)) found.push(...piece);
    }
    return found;
  }
}

/** Whether an element is not laid out for being far away only, as `content-visibility: auto` says. */
const isPutOff = (element: Element): boolean =>
  isConnected(element) && isVisible(element) && !isVisible(element, { contentVisibilityAuto: true });
