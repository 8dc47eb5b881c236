/** Marks: matches near the viewport, registered as static ranges under one name of the CSS Custom Highlight registry. */

import { DEFAULTS, type Settings } from '../../core/settings/defaults.ts';
import { DEFAULT_MARK, type Look, markName } from '../../core/settings/mark-rule.ts';
import type { Container } from './blocks.ts';
import { boxOf, isFragment, listen, rootNodeOf } from './dom.ts';
import type { IndexedMatch } from './indexed-match.ts';
import { Nearness } from './nearness.ts';
import type { PageIndex } from './page-index.ts';
import { Selection } from './selection.ts';
import { send } from './send.ts';
import { adoptStyles } from './shadow-styles.ts';
import { nearViewport } from './window.ts';

/** Marks registered at a time; Chromium checks every one again at each change of the page. */
const MOST_MARKS = 2000;
/** Marks of one container past which only those near the viewport are registered. */
const MANY = 200;
/** Milliseconds between two looks at the marks of long containers while the page scrolls. */
const SCROLLING = 100;

export class Painter {
  readonly #index: PageIndex;
  readonly #selection: Selection;
  readonly #highlight = new Highlight();
  readonly #shown = new Map<Container, readonly IndexedMatch[]>();
  readonly #nearness: Nearness;
  readonly #signal: AbortSignal;
  readonly #painted: () => void;
  /** Whether any container stood in a shadow root so far. */
  entersRoots = false;
  #name = '';
  #look: Look = DEFAULTS;
  #isPaused = false;
  #configured = 0;
  #paintedVersion = '';
  #hasStarted = false;
  #isCrowded = false;
  #followsScrolling = false;
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `painted` is called after each time that marks were brought up to date. */
  constructor(index: PageIndex, painted: () => void, signal: AbortSignal) {
    this.#index = index;
    this.#selection = new Selection(index);
    this.#painted = painted;
    this.#signal = signal;
    this.#nearness = new Nearness(() => this.request(), signal);
    signal.addEventListener('abort', () => {
      if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
      clearTimeout(this.#timer);
      this.#unregister();
    });
  }

  /** `isHidden` says which entries are not to be marked. */
  configure(settings: Settings, isHidden: (entry: number) => boolean): void {
    this.#look = settings;
    this.#configured++;
    this.#selection.configure(settings.density, isHidden);
    const name = markName(settings);
    if (name !== this.#name) {
      this.#unregister();
      this.#name = name;
      if (name !== DEFAULT_MARK) void send({ type: 'mark-style' });
    }
    this.request();
  }

  watch(container: Container): void {
    // What scrolls in a shadow root is not heard outside.
    for (let root = rootNodeOf(container); isFragment(root); root = rootNodeOf(root.host)) {
      this.entersRoots = true;
      listen(root, 'scroll', this.#scrolledInRoot, this.#signal, { passive: true, capture: true });
    }
    this.#nearness.watch(container);
    if (this.#nearness.near.has(container)) this.request();
  }

  forget(container: Container): void {
    this.#nearness.forget(container);
    if (this.#shown.has(container)) this.request();
  }

  /** Brings marks up to date with the index. Before it is called first nothing is painted. */
  start(): void {
    this.#hasStarted = true;
    if (this.#paintedVersion !== this.#version) this.request();
  }

  /** Chooses which matches are marked, yielding where the page may go first. */
  choose(): Iterator<unknown> {
    return this.#selection.choose();
  }

  /** Takes every mark away until `pause(false)`. */
  pause(paused: boolean): void {
    this.#isPaused = paused;
    this.request();
  }

  /** Differs whenever `isHidden` or the settings may have changed. */
  get version(): string {
    return `${this.#configured} ${this.#nearness.hiddenVersion}`;
  }

  /** Whether a container was seen to have no box: its text is hidden. */
  isHidden(container: Container): boolean {
    return this.#nearness.isHidden(container);
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

  /** A page may have cleared the registry, put its own under our name, or changed ours: puts back what is ours, and nothing else. */
  keep(): void {
    if (this.#name === '') return;
    if (CSS.highlights.get(this.#name) !== this.#highlight) CSS.highlights.set(this.#name, this.#highlight);
    if (this.entersRoots) for (const container of this.#shown.keys()) adoptStyles(container, this.#look, this.#signal);
    let shown = 0;
    for (const { length } of this.#shown.values()) shown += length;
    if (this.#highlight.size === shown) return;
    this.#highlight.clear();
    for (const marks of this.#shown.values()) for (const { range } of marks) this.#highlight.add(range);
  }

  /** The marks shown in a container. */
  marksIn(container: Container): readonly IndexedMatch[] {
    return this.#shown.get(container) ?? [];
  }

  get #version(): string {
    return `${this.#index.settledVersion} ${this.#selection.version}`;
  }

  readonly #scrolledInRoot = ({ target }: Event): void => {
    this.#nearness.scrolled(target);
    this.#scrolled();
  };

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
    this.#paintedVersion = this.#version;
    const near = this.#isPaused ? [] : [...this.#nearness.near];
    const marksIn = (container: Container) => this.#selection.marksIn(container) ?? this.marksIn(container);
    const wanted = new Map(near.map((container) => [container, marksIn(container)]));
    const total = [...wanted.values()].reduce((sum, { length }) => sum + length, 0);
    this.#isCrowded = total > MOST_MARKS || [...wanted.values()].some(({ length }) => length > MANY);
    if (this.#isCrowded && !this.#followsScrolling) {
      this.#followsScrolling = true;
      listen(document, 'scroll', () => this.#scrolled(), this.#signal, { passive: true, capture: true });
    }
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

  #show(container: Container, before: readonly IndexedMatch[], marks: readonly IndexedMatch[]): void {
    const kept = new Set(marks);
    for (const mark of before) if (!kept.has(mark)) this.#highlight.delete(mark.range);
    for (const { range } of marks) this.#highlight.add(range);
    if (marks.length === 0) this.#shown.delete(container);
    else this.#shown.set(container, marks);
  }
}

/** The containers, those in the middle of the viewport first. */
function byDistance(containers: readonly Container[]): Container[] {
  const distances = new Map(
    containers.map((container) => {
      const { top, bottom } = boxOf(isFragment(container) ? container.host : container);
      const middle = innerHeight / 2;
      return [container, top > middle ? top - middle : bottom < middle ? middle - bottom : 0] as const;
    }),
  );
  return [...containers].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
}
