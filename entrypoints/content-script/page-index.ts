/** Everything found on the page: blocks that may mean something, and the matches in them. */
import type { Settled } from '../../core/matching/known-page.ts';
import { type Block, type Container, readBlocks } from './blocks.ts';
import { isConnected } from './dom.ts';
import type { FarMatcher } from './far-matcher.ts';
import { type IndexedMatch, renewed } from './indexed-match.ts';
import { holds, isBefore } from './order.ts';
import { Outline } from './outline.ts';
import { inSlices } from './slices.ts';

/** Items between two chances for the page to go first, where there is little to do for each. */
const STEP = 100;
/** UTF-16 code units and blocks past which a page's text is left alone: some 4,000 pages of a book. */
const MOST_TEXT = 12_000_000;
const MOST_BLOCKS = 200_000;

interface Held {
  readonly content: Content;
  /** The number by which the matcher knows it. */
  readonly id: number;
  readonly block: Block;
  /** Undefined before they were settled first. */
  matches?: readonly IndexedMatch[];
}

interface Content {
  blocks: readonly Held[];
  /** Blocks that were never settled. */
  unsettled: number;
  /** The matches of all blocks, once all are settled. */
  matches?: readonly IndexedMatch[];
}

export interface Listener {
  /** A container has matches, or others than before. */
  found(container: Container): void;
  /** A container has none any more, or left the document. */
  lost(container: Container): void;
}

export class PageIndex {
  readonly outline = new Outline((container) => this.has(container));
  readonly #read = new Map<Container, Content>();
  readonly #held = new Map<number, Held>();
  readonly #matcher: FarMatcher;
  readonly #mayMatch: (text: string) => boolean;
  readonly #accepts: (container: Container) => boolean;
  readonly #listener: Listener;
  readonly #signal: AbortSignal;
  /** Grows whenever matches may have changed. */
  version = 0;
  /** The version that was settled last. */
  settledVersion = -1;

  /** `accepts` says of a container whether its text is to be marked. */
  constructor(
    matcher: FarMatcher,
    mayMatch: (text: string) => boolean,
    accepts: (container: Container) => boolean,
    listener: Listener,
    signal: AbortSignal,
  ) {
    this.#matcher = matcher;
    this.#mayMatch = mayMatch;
    this.#accepts = accepts;
    this.#listener = listener;
    this.#signal = signal;
  }

  /** Reads a container's text anew, yielding where the page may go first. What is meant in it is known once it is settled. */
  *renew(container: Container): Generator<void> {
    const blocks: Block[] = [];
    if (this.#accepts(container)) {
      for (const block of readBlocks(container)) {
        if (block && this.#mayMatch(block.text)) blocks.push(block);
        yield;
      }
    }
    const hasRoom = this.#matcher.characters < MOST_TEXT && this.#matcher.size < MOST_BLOCKS;
    if (blocks.length === 0 || !hasRoom || !isConnected(container)) return this.drop(container);
    this.#release(container);
    const content: Content = { blocks: [], unsettled: blocks.length };
    content.blocks = blocks.map((block) => ({ content, id: this.#matcher.add(block.text), block }));
    for (const held of content.blocks) this.#held.set(held.id, held);
    this.#read.set(container, content);
    this.outline.meet(container);
    this.version++;
  }

  /** Milliseconds of the background that settling took so far. */
  get tookElsewhere(): number {
    return this.#matcher.took;
  }

  /** Whether all is settled; where the background did not answer, it is not. */
  get isSettled(): boolean {
    return this.version === this.settledVersion;
  }

  /** Settles all matches under what the page says now; returns the milliseconds that the page's thread spent on it. */
  async settle(): Promise<number> {
    let spent = await inSlices(this.outline.sort(), this.#signal);
    if (this.isSettled) return spent;
    const order = async () => {
      const ids: number[] = [];
      spent += await inSlices(this.#inOrder(ids), this.#signal);
      return ids;
    };
    const take = async (settled: readonly Settled[]) => {
      spent += await inSlices(this.#take(settled), this.#signal);
    };
    if (await this.#matcher.settle(order, take)) this.settledVersion = this.version;
    return spent;
  }

  /** Forgets a container. */
  drop(container: Container): void {
    if (!this.#read.has(container)) return;
    this.#release(container);
    this.#read.delete(container);
    this.outline.leave();
    this.version++;
    this.#listener.lost(container);
  }

  containers(): IterableIterator<Container> {
    return this.#read.keys();
  }

  get size(): number {
    return this.#read.size;
  }

  has(container: Container): boolean {
    return this.#read.has(container);
  }

  /** The matches in a container as they were settled last, in document order; undefined where that is still to be done. */
  settledIn(container: Container): readonly IndexedMatch[] | undefined {
    const content = this.#read.get(container);
    return content ? content.matches : [];
  }

  /** The blocks of a container that may mean something. */
  blocksIn(container: Container): readonly Block[] {
    return this.#read.get(container)?.blocks.map(({ block }) => block) ?? [];
  }

  /** Whether block `a` stands before block `b`; of two containers one may stand between the blocks of the other. */
  isBefore(a: Block, b: Block): boolean {
    const [first, second] = [a.nodes[0], b.nodes[0]];
    if (!first || !second) return false;
    const areNested = holds(a.container, b.container) || holds(b.container, a.container);
    return areNested ? isBefore(first, second) : this.outline.isBefore(a.container, b.container);
  }

  #release(container: Container): void {
    for (const { id } of this.#read.get(container)?.blocks ?? []) {
      this.#matcher.remove(id);
      this.#held.delete(id);
    }
  }

  /** Puts the numbers of all blocks into `ids`, in the order of the page. */
  *#inOrder(ids: number[]): Generator<void> {
    const around: { readonly container: Container; readonly blocks: Iterator<Held>; next: Held | undefined }[] = [];
    let count = 0;
    for (const container of [...this.outline.order, undefined]) {
      const content = container && this.#read.get(container);
      if (container && !content) continue;
      for (let outer = around.at(-1); outer; outer = around.at(-1)) {
        const isIn = container && holds(outer.container, container);
        // A container's text may stand before and after another container in it.
        while (outer.next && (!isIn || isBefore(outer.next.block.nodes[0] as Text, container))) {
          ids.push(outer.next.id);
          outer.next = outer.blocks.next().value;
          if (++count % STEP === 0) yield;
        }
        if (isIn) break;
        around.pop();
      }
      if (!content) return;
      const blocks = content.blocks.values();
      around.push({ container, blocks, next: blocks.next().value });
      if (++count % STEP === 0) yield;
    }
  }

  /** Takes in what is meant. */
  *#take(settled: readonly Settled[]): Generator<void> {
    const changed = new Set<Container>();
    let count = 0;
    for (const [id, matches] of settled) {
      if (++count % STEP === 0) yield;
      const held = this.#held.get(id);
      if (!held) continue;
      const { content } = held;
      if (!held.matches) content.unsettled--;
      if (matches) held.matches = renewed(held.matches ?? [], held.block, matches);
      else this.#held.delete(id);
      if (content.unsettled === 0) changed.add(held.block.container);
    }
    for (const container of changed) {
      if (++count % STEP === 0) yield;
      this.#show(container);
    }
    this.version++;
  }

  /** All blocks of a container are settled. */
  #show(container: Container): void {
    const content = this.#read.get(container);
    if (!content) return;
    content.blocks = content.blocks.filter(({ id }) => this.#held.has(id));
    content.matches = content.blocks.flatMap(({ matches }) => matches ?? []);
    if (content.blocks.length === 0) this.drop(container);
    else if (content.matches.length > 0) this.#listener.found(container);
    else this.#listener.lost(container);
  }
}
