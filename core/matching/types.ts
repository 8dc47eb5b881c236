/** What the matcher hears and says. The background, the `annotate` command and the benchmarks all speak this. */

/** A place in a block of text that means an entry. Offsets are UTF-16 code units of the text as given, end exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Index of the entry in `Knowledge.entries`, which are sorted by id. Goes with `Matcher.version` between page and background. */
  readonly entry: number;
  /** What is meant in its own right by some of the words: the magnesium of "magnesium deficiency". They are not marked; the popover offers them. */
  readonly parts?: readonly Match[];
}

/** A place that could mean an entry. Certain ones count at once; the others wait for evidence from the whole page. */
export interface Candidate extends Match {
  readonly certain: boolean;
}

/**
 * What one block of text contributes to its page: a pure function of the text.
 * The matcher may keep more in it; nobody else looks inside.
 */
export interface BlockScan {
  readonly candidates: readonly Candidate[];
}

/** What the page as a whole says: entries found for certain, topics, abbreviations it defines. Kept incrementally. */
export interface PageEvidence {
  /** Adds what a block contributes; `block` identifies it for `remove` and for document order. */
  add(block: object, scan: BlockScan): void;
  remove(block: object): void;
  /** Grows whenever something changed that may settle candidates differently. */
  readonly version: number;
  /** Whether anything depends on which block stands before which. */
  readonly needsOrder: boolean;
}

export interface Matcher {
  /** Names the build of the lexicon: an index of an entry means something only together with it. Ids would cost 3 kB a page. */
  readonly version: string;
  /** Whether any word of `text` can begin a form: the cheap test asked of every text node. False means `scan` finds nothing. */
  mayMatch(text: string): boolean;
  /** All candidates of a block of text, or undefined when there are none and it defines no abbreviation. */
  scan(text: string): BlockScan | undefined;
  /** The matches of a block, given what the page says; sorted, never overlapping. */
  settle(scan: BlockScan, block: object, evidence: PageEvidence): Match[];
  /** Whether what the page says can change the matches of a block; where it cannot, they are settled once. */
  needsEvidence(scan: BlockScan): boolean;
  /** Lets go of words kept for when they come again. */
  rest(): void;
  /** Fresh evidence for a page; `before` says whether block `a` stands before block `b` (for abbreviations defined on the page). */
  createEvidence(before: (a: object, b: object) => boolean): PageEvidence;
}
