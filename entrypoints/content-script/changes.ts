/** Keeping up with a page that changes: bursts taken together, work in slices, and no more of it than a page can spare. */

import { type Container, containerIn, type Known } from './blocks.ts';
import { Budget } from './budget.ts';
import { attributeOf, isConnected, isElement, isShown, isText, listen, parentOf } from './dom.ts';
import { Lull } from './lull.ts';
import { beginsSection } from './outline.ts';
import type { PageIndex } from './page-index.ts';
import { lookAtQuietEditors } from './quiet-editors.ts';
import type { Roots, Tree } from './roots.ts';
import { scanTree } from './scan.ts';
import { inSlices, turn } from './slices.ts';
import { isInline } from './tags.ts';
import { above, isInside, isWithin, outermostLeftAlone, Unread } from './unread.ts';
import { WatchedTrees } from './watched-trees.ts';

/**
 * Milliseconds after which a reader sees the marks of what was read so far, and sees them again each time that twice as
 * many have passed: settling over and over costs no more than reading does.
 */
const PATIENCE = 300;
/** When to ask again a background that did not answer, in milliseconds; from then on at the last interval. */
const ASK_AGAIN = [1000, 5000, 20_000];
/** Containers between two chances for the page to go first, where little is done for each. */
const STEP = 50;

export interface ChangeListener {
  /** All that was read so far is settled; what else is to be done for every match is done in steps. */
  settle(): Iterator<unknown>;
  /** That was done. */
  settled(): void;
  /** The document has another root, as after `document.open()`. */
  writtenAnew(): void;
  /** The page changes faster than it can be read: marks are paused until `paused(false)`. */
  paused(paused: boolean): void;
}

export class Changes {
  readonly #trees: WatchedTrees;
  readonly #unread: Unread;
  readonly #mayMatch: (text: string) => boolean;
  readonly #index: PageIndex;
  readonly #listener: ChangeListener;
  readonly #roots: Roots;
  readonly #signal: AbortSignal;
  readonly #budget = new Budget();
  readonly #lull = new Lull(() => void this.#read());
  /** Editors that nothing indexed stands in. */
  #editors = new WeakSet<Node>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = false;
  #unanswered = 0;
  #isAskedAgain = false;

  constructor(
    mayMatch: (text: string) => boolean,
    index: PageIndex,
    listener: ChangeListener,
    roots: Roots,
    signal: AbortSignal,
  ) {
    this.#trees = new WatchedTrees((records) => this.#note(records), signal);
    this.#unread = new Unread(this.#trees.all);
    this.#mayMatch = mayMatch;
    this.#index = index;
    this.#listener = listener;
    this.#roots = roots;
    this.#signal = signal;
    listen(document, 'visibilitychange', () => this.#schedule(), signal);
    lookAtQuietEditors(index, (element) => this.#editorChanged(element), signal);
    signal.addEventListener('abort', () => {
      this.#lull.cancel();
      clearTimeout(this.#timer);
    });
  }

  /** Reads a tree and watches it until the signal aborts. */
  add(tree: Tree): void {
    this.#unread.add(tree);
    this.#trees.watch(tree);
    this.#schedule();
  }

  /** Starts over with all text, at the next lull. */
  readAll(): void {
    this.#unread.addAll();
    this.#schedule();
  }

  /** Reads what there is now and settles everything, at once. */
  start(): void {
    if (this.#reading) this.#isAskedAgain = true;
    // After a pause all is read.
    else if (this.#timer === undefined) void this.#read();
  }

  #note(records: readonly MutationRecord[]): void {
    if (records.some(isNewRoot)) {
      this.#listener.writtenAnew();
      return;
    }
    this.#unread.note(records);
    this.#schedule();
  }

  #editorChanged(element: Element): void {
    this.#unread.noteSides(element);
    this.#schedule();
  }

  /** What came while the tab is hidden is read when it shows. */
  #schedule(): void {
    if (this.#reading || this.#timer !== undefined || this.#signal.aborted || !isShown()) return;
    if (!this.#unread.isEmpty) this.#lull.changed(this.#budget.rest);
    else if (!this.#index.isSettled)
      this.#lull.changed(ASK_AGAIN[this.#unanswered - 1] ?? (ASK_AGAIN.at(-1) as number));
  }

  async #read(): Promise<void> {
    this.#lull.cancel();
    this.#reading = true;
    this.#isAskedAgain = false;
    this.#roots.lookAgain();
    const spent = await this.#readAndSettle().finally(() => {
      this.#reading = false;
    });
    if (this.#signal.aborted) return;
    this.#unanswered = this.#index.isSettled ? 0 : this.#unanswered + 1;
    if (!this.#budget.spend(spent)) return this.#pause();
    if (this.#isAskedAgain) return this.#read();
    this.#schedule();
  }

  /**
   * Reads what changed, and settles it time and again where that is much; leaves off where it took long and all is to be
   * read again. Returns milliseconds of the page's thread and of the background.
   */
  async #readAndSettle(): Promise<number> {
    const start = performance.now();
    const before = this.#index.tookElsewhere;
    const reads = this.#reads();
    let due = start + PATIENCE;
    let isDone = false;
    function* untilDue(): Generator<void> {
      do {
        isDone = reads.next().done === true;
        yield;
      } while (!isDone && performance.now() < due);
    }
    let own = 0;
    const spent = () => own + this.#index.tookElsewhere - before;
    while (!isDone && !this.#signal.aborted && (!this.#unread.isAll || this.#budget.allows(spent()))) {
      own += await inSlices(untilDue(), this.#signal);
      own += await this.#index.settle();
      own += await inSlices(this.#listener.settle(), this.#signal);
      if (!this.#signal.aborted) this.#listener.settled();
      due = performance.now() + (this.#unread.isAll ? PATIENCE : performance.now() - start);
    }
    return spent();
  }

  *#reads(): Generator<void> {
    const { added, changed, sides, removed, all } = this.#unread.take();
    if (sides.size > 0) this.#editors = new WeakSet();
    if (removed) {
      this.#trees.forgetGone();
      yield* this.#drop((container) => !isConnected(container));
    }
    if (sides.size > 0 || all) {
      for (const container of yield* this.#those((one) => all || isWithin(one, sides))) changed.add(container);
    }
    yield* this.#renew(changed);
    const trees = new Set(added);
    const seen = new Set<Node>();
    for (const tree of trees) {
      if (!isConnected(tree) || isInside(tree, seen)) continue;
      seen.add(tree);
      yield* scanTree(tree, this.#mayMatch, this.#index, (element) => {
        // A host that was met before came with its tree from elsewhere.
        const root = this.#roots.probe(element);
        if (root) {
          this.#trees.watch(root);
          trees.add(root);
        }
        if (beginsSection(element)) this.#index.outline.meet(element);
      });
    }
  }

  /** Reads the containers of `places` anew; where text is left alone now, nothing that was found stays. */
  *#renew(places: Iterable<Node>): Generator<void> {
    const containers = new Set<Container>();
    const cleared = new Set<Node>();
    let known: Known = new Map();
    let since = turn();
    for (const place of places) {
      yield;
      if (turn() !== since) known = new Map();
      since = turn();
      if (!isConnected(place)) continue;
      const container =
        containerIn(isText(place) ? parentOf(place) : place, known) ??
        containerIn(this.#leaveAlone(place, cleared), known);
      if (container) containers.add(container);
    }
    if (cleared.size > 0) yield* this.#drop((container) => isWithin(container, cleared));
    for (const container of containers) yield* this.#index.renew(container);
  }

  /** Adds to `cleared` what is left alone around `place`, and returns the sentence it stands in. Editors are typed into all the time. */
  #leaveAlone(place: Node, cleared: Set<Node>): Node | null {
    if (this.#index.has(place as Container)) cleared.add(place);
    const outermost = outermostLeftAlone(place);
    if (this.#editors.has(outermost)) return null;
    cleared.add(outermost);
    if (!isElement(outermost)) return null;
    if (attributeOf(outermost, 'contenteditable') !== null) this.#editors.add(outermost);
    return isInline(outermost) ? above(outermost) : null;
  }

  *#drop(isGone: (container: Container) => boolean): Generator<void> {
    for (const container of yield* this.#those(isGone)) this.#index.drop(container);
  }

  /** The containers of which `test` is true. */
  *#those(test: (container: Container) => boolean): Generator<void, Container[]> {
    const found: Container[] = [];
    let count = 0;
    for (const container of this.#index.containers()) {
      if (test(container)) found.push(container);
      if (++count % STEP === 0) yield;
    }
    return found;
  }

  #pause(): void {
    this.#trees.rest();
    this.#listener.paused(true);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#listener.paused(false);
      for (const tree of this.#trees.all) this.#trees.watch(tree);
      this.readAll();
    }, this.#budget.pause());
  }
}

const isNewRoot = ({ target, removedNodes }: MutationRecord): boolean =>
  target === document && [...removedNodes].some(isElement);
