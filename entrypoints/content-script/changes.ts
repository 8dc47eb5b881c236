/** Keeping up with a page that changes: bursts taken together, work in slices, and no more of it than a page can spare. */
import type { Matcher } from '../../core/matching/types.ts';
import { type Container, containerIn, type Known } from './blocks.ts';
import { attributeOf, contains, isConnected, isElement, isText, listen, parentOf } from './dom.ts';
import { Lull } from './lull.ts';
import type { PageIndex } from './page-index.ts';
import { touchesProse } from './prose.ts';
import { Restyled } from './restyled.ts';
import type { Roots, Tree } from './roots.ts';
import { type Listener, renewContainer, scanTree } from './scan.ts';
import { inSlices } from './slices.ts';
import { isInline, isLeftAlone, TELLING_ATTRIBUTES } from './tags.ts';

/** Milliseconds of rest for each of work: at 25, a page that never stops changing loses 4 % of its time to us. */
const REST = 25;
/** Longest rest: whoever waits for marks on a slow machine still gets them. */
const LONGEST_REST = 4000;
/** A batch that took this long costs the page frames however it is spread. */
const HEAVY = 400;
/** That many heavy batches within a minute pause the marks for a minute. */
const MOST_HEAVY = 3;
const MINUTE = 60_000;
/** Places kept apart; beyond that the trees are read as a whole. */
const MOST_PLACES = 2000;

export interface ChangeListener extends Listener {
  /** After a batch of changes was read. */
  settled(): void;
  /** The document has another root, as after `document.open()`. */
  writtenAnew(): void;
  /** The page changes faster than it can be read: marks are paused until `paused(false)`. */
  paused(paused: boolean): void;
}

export class Changes {
  readonly #trees = new Set<Tree>();
  /** Subtrees to scan. */
  readonly #added = new Set<Node>();
  /** Nodes whose container is to be read anew. */
  readonly #changed = new Set<Node>();
  readonly #observer = new MutationObserver((records) => this.#note(records));
  readonly #restyled = new Restyled(() => {
    if (this.#restyled.size > MOST_PLACES) this.#readClasses();
    this.#schedule();
  });
  readonly #matcher: Matcher;
  readonly #index: PageIndex;
  readonly #listener: ChangeListener;
  readonly #roots: Roots;
  readonly #signal: AbortSignal;
  readonly #lull = new Lull(() => void this.#read());
  /** Editors that nothing indexed stands in. */
  #editors = new WeakSet<Node>();
  #removed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = false;
  #rest = 0;
  #heavy: number[] = [];

  constructor(matcher: Matcher, index: PageIndex, listener: ChangeListener, roots: Roots, signal: AbortSignal) {
    this.#matcher = matcher;
    this.#index = index;
    this.#listener = listener;
    this.#roots = roots;
    this.#signal = signal;
    listen(document, 'visibilitychange', () => this.#schedule(), signal);
    signal.addEventListener('abort', () => {
      this.#disconnect();
      this.#lull.cancel();
      clearTimeout(this.#timer);
    });
  }

  /** Reads a tree and watches it until the signal aborts. */
  add(tree: Tree): void {
    this.#trees.add(tree);
    this.#added.add(tree);
    this.#watch(tree);
    this.#schedule();
  }

  /** Reads what there is now, at once. */
  start(): void {
    void this.#read();
  }

  #watch(tree: Tree): void {
    this.#observer.observe(tree, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: TELLING_ATTRIBUTES,
      attributeOldValue: true,
    });
    this.#restyled.observe(tree);
  }

  #disconnect(): void {
    this.#observer.disconnect();
    this.#restyled.disconnect();
  }

  #note(records: readonly MutationRecord[]): void {
    if (records.some(isNewRoot)) {
      this.#listener.writtenAnew();
      return;
    }
    for (const record of records) {
      if (this.#added.size + this.#changed.size > MOST_PLACES) break;
      const { target, type } = record;
      if (type === 'characterData') this.#changed.add(target);
      else if (type === 'attributes') this.#noteAttribute(record);
      else {
        const { addedNodes, removedNodes } = record;
        for (const node of addedNodes) if (isElement(node)) this.#added.add(node);
        this.#removed ||= removedNodes.length > 0;
        // A block that comes or goes between blocks changes nobody's text but its own.
        if (touchesProse(record) || (isElement(target) && isInline(target))) this.#changed.add(target);
      }
    }
    if (this.#added.size + this.#changed.size > MOST_PLACES) {
      this.#changed.clear();
      for (const tree of this.#trees) this.#added.add(tree);
      for (const container of this.#index.containers()) this.#changed.add(container);
    }
    this.#schedule();
  }

  #noteAttribute({ target, attributeName, oldValue }: MutationRecord): void {
    if (isElement(target) && attributeName !== null && attributeOf(target, attributeName) !== oldValue)
      this.#noteSides(target);
  }

  #readClasses(): void {
    for (const element of this.#restyled.take()) this.#noteSides(element);
  }

  /** What stands in `target` may have become an editor's or decoration, or be prose again. */
  #noteSides(target: Element): void {
    this.#editors = new WeakSet();
    const parent = parentOf(target);
    if (parent) this.#changed.add(parent);
    this.#changed.add(target);
    this.#added.add(target);
    for (const container of this.#index.containers()) if (contains(target, container)) this.#changed.add(container);
  }

  /** What came while the tab is hidden is read when it shows. */
  #schedule(): void {
    if (this.#reading || this.#timer !== undefined || this.#signal.aborted || document.visibilityState === 'hidden')
      return;
    if (this.#added.size + this.#changed.size + this.#restyled.size > 0 || this.#removed)
      this.#lull.changed(this.#rest);
  }

  async #read(): Promise<void> {
    this.#lull.cancel();
    this.#reading = true;
    this.#roots.lookAgain();
    const spent = await inSlices(this.#steps(), this.#signal);
    if (this.#signal.aborted) return;
    this.#matcher.rest();
    this.#listener.settled();
    this.#reading = false;
    this.#rest = Math.min(spent * REST, LONGEST_REST);
    if (spent > HEAVY && this.#isTooMuch()) return this.#pause();
    this.#schedule();
  }

  *#steps(): Generator<void> {
    this.#readClasses();
    const trees = [...this.#added];
    const places = [...this.#changed];
    this.#added.clear();
    this.#changed.clear();
    if (this.#removed) for (const container of this.#index.dropDisconnected()) this.#listener.lost(container);
    this.#removed = false;
    const containers = new Set<Container>();
    const known: Known = new Map();
    const cleared = new Set<Node>();
    for (const place of places) {
      if (!isConnected(place)) continue;
      const container = containerIn(isText(place) ? parentOf(place) : place, known);
      if (container) containers.add(container);
      else this.#forget(place, cleared);
    }
    for (const container of containers) {
      yield* renewContainer(container, this.#index, this.#listener);
      yield;
    }
    const seen = new Set<Node>();
    for (const tree of trees) {
      if (!isConnected(tree) || isInside(tree, seen)) continue;
      seen.add(tree);
      yield* scanTree(tree, this.#matcher, this.#index, this.#listener, (element) => this.#roots.probe(element));
    }
    // What the matches are is settled here, in slices, and not in the frame that paints them.
    for (const container of this.#index.containers()) {
      this.#index.matchesIn(container);
      yield;
    }
  }

  /** Text in `place` is left alone now: nothing that was found there stays. An editor is typed into all the time. */
  #forget(place: Node, cleared: Set<Node>): void {
    let outermost = place;
    for (let at: Node | null = place; at; at = parentOf(at)) if (isElement(at) && isLeftAlone(at)) outermost = at;
    if (this.#editors.has(outermost) || cleared.has(outermost)) return;
    cleared.add(outermost);
    if (isElement(outermost) && attributeOf(outermost, 'contenteditable') !== null) this.#editors.add(outermost);
    for (const container of [...this.#index.containers()]) {
      if (contains(outermost, container)) {
        this.#index.drop(container);
        this.#listener.lost(container);
      }
    }
  }

  /** Whether this heavy batch is one too many. */
  #isTooMuch(): boolean {
    const now = performance.now();
    this.#heavy = [...this.#heavy.filter((then) => now - then < MINUTE), now];
    return this.#heavy.length > MOST_HEAVY;
  }

  #pause(): void {
    this.#disconnect();
    this.#heavy = [];
    this.#listener.paused(true);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#listener.paused(false);
      for (const tree of this.#trees) this.add(tree);
    }, MINUTE);
  }
}

const isNewRoot = ({ target, removedNodes }: MutationRecord): boolean =>
  target === document && [...removedNodes].some(isElement);

function isInside(node: Node, trees: ReadonlySet<Node>): boolean {
  for (let at = parentOf(node); at; at = parentOf(at)) if (trees.has(at)) return true;
  return false;
}
