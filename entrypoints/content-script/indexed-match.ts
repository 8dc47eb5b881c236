/** A match where it stands on the page. */
import type { Match } from '../../core/matching/types.ts';
import { type Block, placeOf } from './blocks.ts';

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

/** The matches of a block, where it had `before`: marks that stay the same stay the same objects. */
export function renewed(before: readonly IndexedMatch[], block: Block, matches: readonly Match[]): IndexedMatch[] {
  let at = 0;
  return matches.map((match) => {
    while ((before[at]?.match.start ?? match.start) < match.start) at++;
    const old = before[at];
    return old && isSame(old.match, match) ? old : new IndexedMatch(block, match);
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
