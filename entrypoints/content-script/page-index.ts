/** Everything found on the page: blocks with candidates, the page's evidence, and the matches that follow from both. */
import type { BlockScan, Match, Matcher, PageEvidence } from '../../core/matching/types.ts';
import { type Block, type Container, placeOf, readBlocks } from './blocks.ts';
import { isConnected } from './dom.ts';

/** A match with where it stands. The range is static: it is replaced, never moved. */
export interface IndexedMatch {
  readonly block: Block;
  readonly match: Match;
  readonly range: StaticRange;
}

interface Held {
  readonly block: Block;
  readonly scan: BlockScan;
  /** Settled under the evidence of `version`. */
  matches: readonly IndexedMatch[];
  version: number;
}

export class PageIndex {
  readonly #held = new Map<Container, Held[]>();
  readonly #matcher: Matcher;
  readonly #evidence: PageEvidence;
  readonly #accepts: (container: Container) => boolean;
  #changes = 0;

  /** `accepts` says of a container whether its text is to be marked. */
  constructor(matcher: Matcher, accepts: (container: Container) => boolean) {
    this.#matcher = matcher;
    this.#accepts = accepts;
    this.#evidence = matcher.createEvidence((a, b) => {
      const first = (a as Block).nodes[0];
      const second = (b as Block).nodes[0];
      if (!first || !second) return false;
      return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    });
  }

  /** Reads a container's text anew, yielding where the page may go first; returns whether it held or holds candidates. */
  *renew(container: Container): Generator<void, boolean> {
    const before = this.#held.get(container);
    const known = before && new Map(before.map(({ block, scan }) => [block.text, scan]));
    const held: Held[] = [];
    if (this.#accepts(container)) {
      for (const block of readBlocks(container)) {
        if (!block) {
          yield;
          continue;
        }
        const scan = known?.get(block.text) ?? this.#matcher.scan(block.text);
        if (scan) held.push({ block, scan, matches: [], version: -1 });
        if (block.text.length > 1000) yield;
      }
    }
    // What was held may have been dropped by now: the page went first.
    for (const { block } of this.#held.get(container) ?? []) this.#evidence.remove(block);
    if (held.length === 0 || !isConnected(container)) return this.#delete(container);
    for (const { block, scan } of held) this.#evidence.add(block, scan);
    this.#held.set(container, held);
    this.#changes++;
    return true;
  }

  /** Forgets a container; returns whether it held candidates. */
  drop(container: Container): boolean {
    for (const { block } of this.#held.get(container) ?? []) this.#evidence.remove(block);
    return this.#delete(container);
  }

  /** Forgets every container that left the document; returns them. */
  dropDisconnected(): Container[] {
    const gone = [...this.#held.keys()].filter((container) => !isConnected(container));
    for (const container of gone) this.drop(container);
    return gone;
  }

  containers(): IterableIterator<Container> {
    return this.#held.keys();
  }

  get size(): number {
    return this.#held.size;
  }

  has(container: Container): boolean {
    return this.#held.has(container);
  }

  /** The matches in a container under the evidence of now, in document order. */
  matchesIn(container: Container): readonly IndexedMatch[] {
    const held = this.#held.get(container) ?? [];
    return held.length === 1 ? this.#settle(held[0] as Held) : held.flatMap((one) => this.#settle(one));
  }

  /** The blocks of a container and what was found in each. */
  scansIn(container: Container): readonly { readonly block: Block; readonly scan: BlockScan }[] {
    return this.#held.get(container) ?? [];
  }

  /** Differs whenever matches may have changed. */
  get version(): string {
    return `${this.#changes} ${this.#evidence.version}`;
  }

  #delete(container: Container): boolean {
    if (!this.#held.delete(container)) return false;
    this.#changes++;
    return true;
  }

  #settle(held: Held): readonly IndexedMatch[] {
    if (held.version !== this.#evidence.version) {
      held.version = this.#evidence.version;
      const before = held.matches;
      held.matches = this.#matcher.settle(held.scan, held.block, this.#evidence).map(
        (match) =>
          before.find(
            ({ match: old }) =>
              old.start === match.start &&
              old.entry === match.entry &&
              old.end === match.end &&
              old.parts?.length === match.parts?.length,
          ) ?? {
            block: held.block,
            match,
            range: rangeOf(held.block, match),
          },
      );
    }
    return held.matches;
  }
}

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
