/** Everything found on the page: blocks with candidates, the page's evidence, and the matches that follow from both. */
import type { BlockScan, Match, Matcher, PageEvidence } from '../../core/matching/types.ts';
import { type Block, blocksOf, placeOf } from './blocks.ts';

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
  readonly #held = new Map<Element, Held[]>();
  readonly #matcher: Matcher;
  readonly #evidence: PageEvidence;
  readonly #accepts: (container: Element) => boolean;

  /** `accepts` says of a container with candidates whether its text is to be marked: asked late, of few. */
  constructor(matcher: Matcher, accepts: (container: Element) => boolean) {
    this.#matcher = matcher;
    this.#accepts = accepts;
    this.#evidence = matcher.createEvidence((a, b) => {
      const first = (a as Block).nodes[0];
      const second = (b as Block).nodes[0];
      if (!first || !second) return false;
      return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    });
  }

  /** Reads a container's text anew; returns whether it held or holds candidates. */
  renew(container: Element): boolean {
    const before = this.drop(container);
    if (!container.isConnected || !this.#accepts(container)) return before;
    const held: Held[] = [];
    for (const block of blocksOf(container)) {
      const scan = this.#matcher.scan(block.text);
      if (!scan) continue;
      this.#evidence.add(block, scan);
      held.push({ block, scan, matches: [], version: -1 });
    }
    if (held.length === 0) return before;
    this.#held.set(container, held);
    return true;
  }

  /** Forgets a container; returns whether it held candidates. */
  drop(container: Element): boolean {
    const held = this.#held.get(container);
    if (!held) return false;
    for (const { block } of held) this.#evidence.remove(block);
    this.#held.delete(container);
    return true;
  }

  /** Forgets every container that left the document; returns them. */
  dropDisconnected(): Element[] {
    const gone = [...this.#held.keys()].filter((container) => !container.isConnected);
    for (const container of gone) this.drop(container);
    return gone;
  }

  containers(): IterableIterator<Element> {
    return this.#held.keys();
  }

  has(container: Element): boolean {
    return this.#held.has(container);
  }

  /** The matches in a container under the evidence of now, in document order. */
  matchesIn(container: Element): IndexedMatch[] {
    return (this.#held.get(container) ?? []).flatMap((held) => this.#settle(held));
  }

  /** Grows whenever matches may have changed without their text having changed. */
  get version(): number {
    return this.#evidence.version;
  }

  #settle(held: Held): readonly IndexedMatch[] {
    if (held.version !== this.#evidence.version) {
      held.version = this.#evidence.version;
      held.matches = this.#matcher
        .settle(held.scan, held.block, this.#evidence)
        .map((match) => ({ block: held.block, match, range: rangeOf(held.block, match) }));
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
