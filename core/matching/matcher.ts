/** Text in, matches out. */

import { Evidence } from './evidence.ts';
import { type LexiconPayload, openLexicon } from './lexicon.ts';
import { type Scan, scanBlock } from './scan.ts';
import { openScanTriggers } from './scan-triggers.ts';
import { needsEvidence, settle } from './settle.ts';
import type { Matcher, PageEvidence } from './types.ts';

/** A matcher for the forms in `payload`. */
export function createMatcher(payload: LexiconPayload): Matcher {
  const lexicon = openLexicon(payload);
  const mayMatch = openScanTriggers(payload);
  return {
    version: payload.version,
    mayMatch,
    scan: (text) => (mayMatch(text) ? scanBlock(lexicon, text) : undefined),
    settle: (scan, block, evidence) => settle(lexicon, scan as Scan, block, evidence as Evidence),
    needsEvidence: (scan) => needsEvidence(scan as Scan),
    rest: () => lexicon.rest(),
    createEvidence: (before): PageEvidence => new Evidence(before),
  };
}
