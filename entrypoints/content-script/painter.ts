/** Marks: matches near the viewport, registered as static ranges under one name of the CSS Custom Highlight registry. */
import { DEFAULTS, type Settings } from '../../core/settings/defaults.ts';
import { DEFAULT_MARK, type Look, markName } from '../../core/settings/mark-rule.ts';
import type { Container } from './blocks.ts';
import { isConnected, isFragment, listen, parentOf } from './dom.ts';
import type { IndexedMatch, PageIndex } from './page-index.ts';
import { Selection } from './selection.ts';
import { adoptStyles } from './shadow-styles.ts';
import { nearViewport } from './window.ts';

/** Marks registered at a time; Chromium checks every one again at each change of the page. */
const MOST_MARKS = 2000;
/** Marks of one container past which only those near the viewport are registered. */
const MANY = 200;
/** How far beyond the viewport containers count as near, so that scrolling meets marks that are there already. */
const NEAR = '75%';
/** Milliseconds between two looks at the marks of long containers while the page scrolls. */
const SCROLLING = 100;

interface ScrollMargin extends IntersectionObserverInit {
  readonly scrollMargin?: string;
}

export class Painter {
  readonly #selection: Selection;
  readonly #highlight = new Highlight();
  /** What is observed for each container: the element itself, or the nearest one with a box. */
  readonly #boxes = new Map<Container, Element>();
  readonly #inBox = new Map<Element, Set<Container>>();
  readonly #near = new Set<Container>();
  readonly #hiddenBoxes = new WeakSet<Element>();
  readonly #shown = new Map<Container, readonly IndexedMatch[]>();
  readonly #observer: IntersectionObserver;
  readonly #signal: AbortSignal;
  readonly #painted: () => void;
  /** Whether any container stood in a shadow root so far. */
  entersRoots = false;
  #name = '';
  #look: Look = DEFAULTS;
  #isPaused = false;
  #hasStarted = false;
  #isCrowded = false;
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `painted` is called after each time that marks were brought up to date. */
  constructor(index: PageIndex, painted: () => void, signal: AbortSignal) {
    this.#selection = new Selection(index);
    this.#painted = painted;
    this.#signal = signal;
    const options: ScrollMargin = { root: document, rootMargin: NEAR, scrollMargin: NEAR };
    this.#observer = new IntersectionObserver((records) => this.#see(records), options);
    listen(document, 'scroll', () => this.#scrolled(), signal, { passive: true, capture: true });
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
      clearTimeout(this.#timer);
      this.#unregister();
    });
  }

  /** `isHidden` says which entries are not to be marked. */
  configure(settings: Settings, isHidden: (entry: number) => boolean): void {
    this.#look = settings;
    this.#selection.configure(settings.density, isHidden);
    const name = markName(settings);
    if (name !== this.#name) {
      this.#unregister();
      this.#name = name;
      if (name !== DEFAULT_MARK) void chrome.runtime.sendMessage({ type: 'mark-style' }).catch(() => undefined);
    }
    this.request();
  }

  watch(container: Container): void {
    this.entersRoots ||= isFragment(Node.prototype.getRootNode.call(container));
    if (!this.#boxes.has(container)) this.#observe(container, isFragment(container) ? container.host : container);
    else if (this.#near.has(container)) this.request();
  }

  forget(container: Container): void {
    this.#near.delete(container);
    this.#unobserve(container);
    this.request();
  }

  /** From now on marks are painted. Before the first pass ends, each block that is read may change what others mean. */
  start(): void {
    this.#hasStarted = true;
    this.request();
  }

  /** Takes every mark away until `pause(false)`. */
  pause(paused: boolean): void {
    this.#isPaused = paused;
    this.request();
  }

  /** Whether a container was seen to have no box: its text is hidden. */
  isHidden(container: Container): boolean {
    const box = this.#boxes.get(container);
    return box !== undefined && this.#hiddenBoxes.has(box);
  }

  /** Paints in the next frame, once however often it is asked. */
  request(): void {
    if (this.#signal.aborted || !this.#hasStarted) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#paint();
      this.#painted();
    });
  }

  /** A page may have cleared the registry: puts back our own name, and nothing else. */
  keep(): void {
    if (this.#name !== '' && !CSS.highlights.has(this.#name)) CSS.highlights.set(this.#name, this.#highlight);
  }

  /** The marks shown in a container. */
  marksIn(container: Container): readonly IndexedMatch[] {
    return this.#shown.get(container) ?? [];
  }

  #observe(container: Container, box: Element): void {
    this.#boxes.set(container, box);
    const others = this.#inBox.get(box);
    if (others) {
      others.add(container);
      // Observing anew makes the observer report where the box is.
      this.#observer.unobserve(box);
    } else this.#inBox.set(box, new Set([container]));
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
    this.#observer.unobserve(box);
  }

  #see(records: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect } of records) {
      const isHidden = boundingClientRect.width === 0 && boundingClientRect.height === 0;
      if (isHidden && isConnected(target) && getComputedStyle(target).display === 'contents') {
        this.#climb(target);
        continue;
      }
      if (isHidden) this.#hiddenBoxes.add(target);
      else this.#hiddenBoxes.delete(target);
      for (const container of this.#inBox.get(target) ?? []) {
        if (isIntersecting) this.#near.add(container);
        else this.#near.delete(container);
      }
    }
    this.request();
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

  #scrolled(): void {
    if (!this.#isCrowded) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.request();
    }, SCROLLING);
  }

  /** After an update a newer script may have registered its own marks under the same name: those stay. */
  #unregister(): void {
    if (CSS.highlights.get(this.#name) === this.#highlight) CSS.highlights.delete(this.#name);
    this.#highlight.clear();
    this.#shown.clear();
  }

  #paint(): void {
    const again = this.#selection.refresh(performance.now());
    if (again !== undefined) this.#timer ??= setTimeout(() => this.#repaint(), again);
    const near = this.#isPaused ? [] : [...this.#near];
    const wanted = new Map(near.map((container) => [container, this.#selection.marksIn(container)]));
    const total = [...wanted.values()].reduce((sum, { length }) => sum + length, 0);
    this.#isCrowded = total > MOST_MARKS || [...wanted.values()].some(({ length }) => length > MANY);
    for (const [container, marks] of this.#shown) {
      if (!wanted.has(container)) this.#show(container, marks, []);
    }
    let left = MOST_MARKS;
    for (const container of total > MOST_MARKS ? byDistance(near) : near) {
      const all = wanted.get(container) ?? [];
      const marks = (all.length > MANY ? nearViewport(all) : all).slice(0, left);
      left -= marks.length;
      this.#show(container, this.marksIn(container), marks);
    }
    this.keep();
  }

  #repaint(): void {
    this.#timer = undefined;
    this.request();
  }

  #show(container: Container, before: readonly IndexedMatch[], marks: readonly IndexedMatch[]): void {
    const kept = new Set(marks);
    for (const mark of before) if (!kept.has(mark)) this.#highlight.delete(mark.range);
    for (const { range } of marks) this.#highlight.add(range);
    if (marks.length === 0) this.#shown.delete(container);
    else {
      this.#shown.set(container, marks);
      adoptStyles(container, this.#look, this.#signal);
    }
  }
}

/** The containers, those in the middle of the viewport first. */
function byDistance(containers: readonly Container[]): Container[] {
  const distances = new Map(
    containers.map((container) => {
      const { top, bottom } = (isFragment(container) ? container.host : container).getBoundingClientRect();
      const middle = innerHeight / 2;
      return [container, top > middle ? top - middle : bottom < middle ? middle - bottom : 0] as const;
    }),
  );
  return [...containers].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
}
