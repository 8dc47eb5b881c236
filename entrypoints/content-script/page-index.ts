/** Everything found on the page: blocks that may mean something, and the matches in them. */
import type { Settled } from '../../core/matching/reading.ts';
import type { Match } from '../../core/matching/types.ts';
import { type Block, type Container, placeOf, readBlocks } from './blocks.ts';
import { contains, isConnected } from './dom.ts';
import type { FarMatcher } from './far-matcher.ts';
import { isBefore } from './order.ts';
import { Outline } from './outline.ts';
import { inSlices } from './slices.ts';

/** Items between two chances for the page to go first, where there is little to do for each. */
const STEP = 100;
/** UTF-16 code units past which a page's text is left alone: some 4,000 pages of a book. */
const MOST_TEXT = 12_000_000;

/** A match with where it stands. */
export class IndexedMatch {
  readonly block: Block;
  readonly match: Match;
  #range: StaticRange | undefined;

  constructor(block: Block, match: Match) {
    this.block = block;
    this.match = match;
  }

  /** Static: it is replaced, never moved. Made when asked for: of a long page few are ever painted. */
  get range(): StaticRange {
    this.#range ??= rangeOf(this.block, this.match);
    return this.#range;
  }
}

interface Held {
  /** The number by which the matcher knows it. */
  readonly id: number;
  readonly block: Block;
  /** Undefined before they were settled first. */
  matches?: readonly IndexedMatch[];
}

interface Reading {
  readonly blocks: readonly Held[];
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
  readonly #read = new Map<Container, Reading>();
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
    const hasRoom = this.#matcher.characters < MOST_TEXT;
    if (blocks.length === 0 || !hasRoom || !isConnected(container)) return this.drop(container);
    this.#release(container);
    const held = blocks.map((block) => ({ id: this.#matcher.add(block.text), block }));
    for (const one of held) this.#held.set(one.id, one);
    this.#read.set(container, { blocks: held });
    this.outline.meet(container);
    this.version++;
  }

  /** Settles all matches under what the page says now; returns the milliseconds that the page's thread spent on it. */
  async settle(): Promise<number> {
    let spent = await inSlices(this.outline.sort(), this.#signal);
    const { version } = this;
    if (version === this.settledVersion) return spent;
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
    const reading = this.#read.get(container);
    return reading ? reading.matches : [];
  }

  /** The blocks of a container that may mean something. */
  blocksIn(container: Container): readonly Block[] {
    return this.#read.get(container)?.blocks.map(({ block }) => block) ?? [];
  }

  /** Whether block `a` stands before block `b`; of two containers one may stand between the blocks of the other. */
  isBefore(a: Block, b: Block): boolean {
    const [first, second] = [a.nodes[0], b.nodes[0]];
    if (!first || !second) return false;
    const areNested = contains(a.container, b.container) || contains(b.container, a.container);
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
    const around: { readonly container: Container; readonly blocks: Held[] }[] = [];
    const close = () => ids.push(...(around.pop()?.blocks ?? []).map(({ id }) => id));
    let count = 0;
    for (const container of this.outline.order) {
      if (++count % STEP === 0) yield;
      const reading = this.#read.get(container);
      if (!reading) continue;
      for (let outer = around.at(-1); outer && !contains(outer.container, container); outer = around.at(-1)) close();
      // A container's text may stand before and after another container in it.
      const blocks = around.at(-1)?.blocks;
      while (blocks?.[0] && isBefore(blocks[0].block.nodes[0] as Text, container))
        ids.push((blocks.shift() as Held).id);
      around.push({ container, blocks: [...reading.blocks] });
    }
    while (around.length > 0) close();
  }

  /** Takes in what is meant. */
  *#take(settled: readonly Settled[]): Generator<void> {
    const changed = new Set<Container>();
    let count = 0;
    for (const [id, matches] of settled) {
      if (++count % STEP === 0) yield;
      const held = this.#held.get(id);
      if (!held) continue;
      if (matches) renewMatches(held, matches);
      else this.#held.delete(id);
      changed.add(held.block.container);
    }
    for (const container of changed) {
      if (++count % STEP === 0) yield;
      const blocks = this.#read.get(container)?.blocks.filter(({ id }) => this.#held.has(id)) ?? [];
      if (blocks.length === 0) this.drop(container);
      else this.#show(container, blocks);
    }
    this.version++;
  }

  #show(container: Container, blocks: readonly Held[]): void {
    const isSettled = blocks.every(({ matches }) => matches);
    const matches = blocks.flatMap(({ matches }) => matches ?? []);
    this.#read.set(container, isSettled ? { blocks, matches } : { blocks });
    if (!isSettled) return;
    if (matches.length > 0) this.#listener.found(container);
    else this.#listener.lost(container);
  }
}

/** Marks that stay the same stay the same objects. */
function renewMatches(held: Held, matches: readonly Match[]): void {
  const before = held.matches ?? [];
  let at = 0;
  held.matches = matches.map((match) => {
    while ((before[at]?.match.start ?? match.start) < match.start) at++;
    const old = before[at];
    return old && isSame(old.match, match) ? old : new IndexedMatch(held.block, match);
  });
}

const isSame = (a: Match, b: Match): boolean =>
  a.start === b.start && a.end === b.end && a.entry === b.entry && a.parts?.length === b.parts?.length;

function rangeOf(block: Block, { start, end }: Match): StaticRange {
  const from = placeOf(block, start, false);
  const to = placeOf(block, end, true);
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}
