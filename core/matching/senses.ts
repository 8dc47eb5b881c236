/** Decides which candidates are meant. */
import { finish } from './hash.ts';
import { appendInner, type WordKey } from './keys.ts';
import { CUE_BITS, type Lexicon, type SenseRule } from './lexicon.ts';
import type { BlockScan, Candidate, Match, PageEvidence } from './types.ts';
import { HYPHENATED, LINK, type Words } from './words.ts';

/** A candidate and the words it covers. */
export interface Found extends Candidate {
  readonly sense: number;
  readonly first: number;
  readonly last: number;
}

/** What `scan` keeps of a block. */
export interface Scan extends BlockScan {
  readonly candidates: readonly Found[];
  readonly words: Words;
  readonly keys: readonly (WordKey | undefined)[];
}

class Evidence implements PageEvidence {
  version = 0;
  readonly #blocks = new Map<object, BlockScan>();
  /** How often each entry was found for certain. */
  readonly #entries = new Map<number, number>();

  add(block: object, scan: BlockScan): void {
    this.remove(block);
    this.#blocks.set(block, scan);
    this.#count(scan, 1);
  }

  remove(block: object): void {
    const scan = this.#blocks.get(block);
    if (!scan) return;
    this.#blocks.delete(block);
    this.#count(scan, -1);
  }

  has(entry: number): boolean {
    return this.#entries.has(entry);
  }

  /** Number of different entries found for certain. */
  get size(): number {
    return this.#entries.size;
  }

  #count(scan: BlockScan, step: number): void {
    for (const { entry, certain } of scan.candidates) {
      if (!certain) continue;
      const before = this.#entries.get(entry) ?? 0;
      if (before + step > 0) this.#entries.set(entry, before + step);
      else this.#entries.delete(entry);
      if (before === 0 || before + step === 0) this.version++;
    }
  }
}

export const createEvidence = (): PageEvidence => new Evidence();

/** The matches of a block: accepted candidates, the longest first where they overlap. */
export function settle(lexicon: Lexicon, scan: Scan, evidence: PageEvidence): Match[] {
  const accepted = scan.candidates
    .filter(
      (found) => found.certain || isMeant(lexicon.senses[found.sense] as SenseRule, found, scan, evidence as Evidence),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: Found[] = [];
  for (const found of accepted) {
    if (!taken.some((other) => other.start < found.end && found.start < other.end)) taken.push(found);
  }
  return taken.sort((a, b) => a.start - b.start).map(({ start, end, entry }) => ({ start, end, entry }));
}

/** Words of the longest cue. */
const CUE_WORDS = 3;

/** The cue that `count` words from `first` on make. */
export function cueOf(keys: readonly (WordKey | undefined)[], first: number, count: number): number {
  let hash = 0;
  for (let i = first; i < first + count; i++) {
    const key = keys[i];
    if (!key) return -1;
    hash = appendInner(hash, key);
  }
  return finish(hash, 0, CUE_BITS);
}

function isMeant(rule: SenseRule, found: Found, { words, keys }: Scan, evidence: Evidence): boolean {
  const before = (cues: readonly number[] | undefined) => cues && stands(cues, found.first, -1);
  const after = (cues: readonly number[] | undefined) => cues && stands(cues, found.last + 1, 1);
  const stands = (cues: readonly number[], at: number, step: number) => {
    for (let count = 1; count <= CUE_WORDS; count++) {
      const first = step < 0 ? at - count : at;
      if (first < 0 || first + count > keys.length) return false;
      const gap = words.gap[step < 0 ? first + 1 : first + count - 1] as number;
      if (gap !== LINK && gap !== HYPHENATED) return false;
      if (cues.includes(cueOf(keys, first, count))) return true;
    }
    return false;
  };
  const anywhere = (cues: readonly number[] | undefined) =>
    cues?.length
      ? keys.some(
          (_, i) =>
            (i < found.first || i > found.last) &&
            (cues.includes(cueOf(keys, i, 1)) || cues.includes(cueOf(keys, i, 2))),
        )
      : false;
  if (before(rule.nb) || after(rule.na)) return false;
  if (before(rule.wb) || after(rule.wa)) return true;
  if (anywhere(rule.far)) return false;
  if (rule.d || anywhere(rule.near)) return true;
  return (rule.e ?? []).some((entry) => evidence.has(entry)) || evidence.size >= 3;
}
