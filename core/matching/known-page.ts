/** A page as it is kept where the lexicon is: its blocks by number, what they say together, and what follows for each. */
import type { BlockScan, Match, Matcher, PageEvidence } from './types.ts';

/** The matches of a block; null where it holds nothing for anyone, whatever else the page says. */
export type Settled = readonly [block: number, matches: readonly Match[] | null];

/** Bytes that a block takes, and more for each character and each candidate; about, as measured in Node 24. */
const BLOCK_BYTES = 1500;
const CHARACTER_BYTES = 8;
const CANDIDATE_BYTES = 250;

interface Block {
  readonly id: number;
  readonly scan: BlockScan;
  readonly bytes: number;
  /** Undefined before it was settled first. */
  matches?: readonly Match[];
  /** That of the evidence it was settled under. */
  version: number;
}

export class KnownPage {
  readonly #matcher: Matcher;
  readonly #evidence: PageEvidence;
  readonly #most: number;
  readonly #blocks = new Map<number, Block>();
  /** Blocks that hold nothing and whose page does not know it yet. */
  readonly #empty = new Set<number>();
  #ranks: ReadonlyMap<number, number> = new Map();
  #isOrdered = true;
  #bytes = 0;

  /** `most` is how many bytes are kept; blocks that come past it count as holding nothing. */
  constructor(matcher: Matcher, most: number) {
    this.#matcher = matcher;
    this.#most = most;
    const rank = (block: object) => this.#ranks.get((block as Block).id) ?? 0;
    this.#evidence = matcher.createEvidence((a, b) => rank(a) < rank(b));
  }

  /** Bytes that all of it takes, about. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Whether `settle` waits for `order`. */
  get needsOrder(): boolean {
    return this.#evidence.needsOrder && !this.#isOrdered;
  }

  /** Takes a block in. A number is given once; a block that changed comes again under another. */
  add(id: number, text: string): void {
    this.remove(id);
    const scan = this.#bytes < this.#most ? this.#matcher.scan(text) : undefined;
    if (!scan) {
      this.#empty.add(id);
      return;
    }
    const bytes = BLOCK_BYTES + text.length * CHARACTER_BYTES + scan.candidates.length * CANDIDATE_BYTES;
    const block: Block = { id, scan, bytes, version: -1 };
    this.#blocks.set(id, block);
    this.#evidence.add(block, scan);
    this.#bytes += bytes;
    this.#isOrdered = false;
  }

  remove(id: number): void {
    this.#empty.delete(id);
    const block = this.#blocks.get(id);
    if (!block) return;
    this.#blocks.delete(id);
    this.#evidence.remove(block);
    this.#bytes -= block.bytes;
  }

  /** Takes the numbers of all blocks in the order of the page. */
  order(ids: readonly number[]): void {
    this.#ranks = new Map(ids.map((id, rank) => [id, rank]));
    this.#isOrdered = true;
  }

  /** Settles all blocks; yields those that were not told so before, undefined where others may go first. */
  *settle(): Generator<Settled | undefined> {
    for (const id of this.#empty) {
      this.#empty.delete(id);
      yield [id, null];
    }
    for (const block of this.#blocks.values()) {
      yield this.#settle(block) ? [block.id, block.matches ?? []] : undefined;
    }
  }

  /** Returns whether its matches are not those of before. */
  #settle(block: Block): boolean {
    const { scan, matches: before } = block;
    const { version } = this.#evidence;
    if (block.version === version) return false;
    block.version = version;
    if (before && !this.#matcher.needsEvidence(scan)) return false;
    const matches = this.#matcher.settle(scan, block, this.#evidence);
    if (before && areSame(before, matches)) return false;
    block.matches = matches;
    return true;
  }
}

/** Whether two lists of matches say the same. */
function areSame(a: readonly Match[], b: readonly Match[]): boolean {
  return a.length === b.length && a.every((match, i) => isSame(match, b[i] as Match));
}

const isSame = (a: Match, b: Match): boolean =>
  a.start === b.start && a.end === b.end && a.entry === b.entry && areSame(a.parts ?? [], b.parts ?? []);
