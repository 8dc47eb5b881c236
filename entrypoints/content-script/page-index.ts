/** Everything found on the page: blocks with candidates, the page's evidence, and the matches that follow from both. */
import type { BlockScan, Match, Matcher, PageEvidence } from '../../core/matching/types.ts';
import { type Block, type Container, placeOf, readBlocks } from './blocks.ts';
import { contains, isConnected } from './dom.ts';
import { isBefore } from './order.ts';
import { Outline } from './outline.ts';

/** Blocks between two chances for the page to go first, where there is nothing to do for them. */
const STEP = 100;

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
  readonly block: Block;
  readonly scan: BlockScan;
  /** Settled under the evidence of `version`; -1 before it was. */
  matches: readonly IndexedMatch[];
  version: number;
}

interface Reading {
  readonly blocks: readonly Held[];
  /** The matches of all blocks, as they were settled last. */
  matches?: readonly IndexedMatch[];
}

export class PageIndex {
  readonly outline = new Outline((container) => this.has(container));
  readonly #read = new Map<Container, Reading>();
  readonly #matcher: Matcher;
  readonly #evidence: PageEvidence;
  readonly #accepts: (container: Container) => boolean;
  #changes = 0;
  /** The version that was settled last. */
  settledVersion = '';

  /** `accepts` says of a container whether its text is to be marked. */
  constructor(matcher: Matcher, accepts: (container: Container) => boolean) {
    this.#matcher = matcher;
    this.#accepts = accepts;
    this.#evidence = matcher.createEvidence((a, b) => this.isBefore(a as Block, b as Block));
  }

  /** Reads a container's text anew, yielding where the page may go first; returns whether it held or holds candidates. */
  *renew(container: Container): Generator<void, boolean> {
    const before = this.#read.get(container)?.blocks;
    const known = before && new Map(before.map(({ block, scan }) => [block.text, scan]));
    const held: Held[] = [];
    if (this.#accepts(container)) {
      for (const block of readBlocks(container)) {
        if (block) {
          const scan = known?.get(block.text) ?? this.#matcher.scan(block.text);
          if (scan) held.push({ block, scan, matches: [], version: -1 });
        }
        yield;
      }
    }
    // What was held may have been dropped by now: the page went first.
    for (const { block } of this.scansIn(container)) {
      this.#evidence.remove(block);
      yield;
    }
    if (held.length === 0 || !isConnected(container)) return this.#delete(container);
    for (const { block, scan } of held) {
      this.#evidence.add(block, scan);
      yield;
    }
    this.#read.set(container, { blocks: held });
    this.outline.meet(container);
    this.#changes++;
    return true;
  }

  /** Settles all matches under the evidence of now, yielding where the page may go first. */
  *settle(): Generator<void> {
    yield* this.outline.sort();
    const { version } = this;
    if (version === this.settledVersion) return;
    let count = 0;
    for (const reading of this.#read.values()) {
      for (const held of reading.blocks) if (this.#settle(held) || ++count % STEP === 0) yield;
      reading.matches = all(reading);
    }
    this.settledVersion = version;
  }

  /** Forgets a container; returns whether it held candidates. */
  drop(container: Container): boolean {
    for (const { block } of this.scansIn(container)) this.#evidence.remove(block);
    return this.#delete(container);
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

  /** The matches in a container under the evidence of now, in document order. */
  matchesIn(container: Container): readonly IndexedMatch[] {
    const reading = this.#read.get(container);
    if (!reading) return [];
    for (const held of reading.blocks) this.#settle(held);
    reading.matches = all(reading);
    return reading.matches;
  }

  /** The blocks of a container and what was found in each. */
  scansIn(container: Container): readonly { readonly block: Block; readonly scan: BlockScan }[] {
    return this.#read.get(container)?.blocks ?? [];
  }

  /** Whether block `a` stands before block `b`; of two containers one may stand between the blocks of the other. */
  isBefore(a: Block, b: Block): boolean {
    const [first, second] = [a.nodes[0], b.nodes[0]];
    if (!first || !second) return false;
    const areNested = contains(a.container, b.container) || contains(b.container, a.container);
    return areNested ? isBefore(first, second) : this.outline.isBefore(a.container, b.container);
  }

  /** Differs whenever matches may have changed. */
  get version(): string {
    return `${this.#changes} ${this.#evidence.version}`;
  }

  #delete(container: Container): boolean {
    if (!this.#read.delete(container)) return false;
    this.#changes++;
    return true;
  }

  /** Returns whether there was anything to do. Marks that stay the same stay the same objects. */
  #settle(held: Held): boolean {
    const { block, scan, version } = held;
    if (version === this.#evidence.version) return false;
    held.version = this.#evidence.version;
    if (version >= 0 && !this.#matcher.needsEvidence(scan)) return false;
    const before = held.matches;
    let at = 0;
    held.matches = this.#matcher.settle(scan, block, this.#evidence).map((match) => {
      while ((before[at]?.match.start ?? match.start) < match.start) at++;
      const old = before[at];
      return old && isSame(old.match, match) ? old : new IndexedMatch(block, match);
    });
    return true;
  }
}

const all = ({ blocks }: Reading): readonly IndexedMatch[] =>
  blocks.length === 1 ? (blocks[0] as Held).matches : blocks.flatMap(({ matches }) => matches);

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
