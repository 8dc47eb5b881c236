/** Text in, matches out. */

import { Evidence } from './evidence.ts';
import { expand, fold, RARE, SKIP, WORD } from './fold.ts';
import { type Lexicon, type LexiconPayload, openLexicon, TRIGGER_LENGTH, triggerSlot } from './lexicon.ts';
import { type Scan, scanBlock } from './scan.ts';
import { settle } from './settle.ts';
import type { Matcher, PageEvidence } from './types.ts';

/** A matcher for the forms in `payload`. */
export function createMatcher(payload: LexiconPayload): Matcher {
  const lexicon = openLexicon(payload);
  const mayMatch = (text: string) => nextTrigger(lexicon, text) >= 0;
  return {
    version: payload.version,
    mayMatch,
    scan: (text) => (mayMatch(text) ? scanBlock(lexicon, text) : undefined),
    settle: (scan, block, evidence) => settle(lexicon, scan as Scan, block, evidence as Evidence),
    createEvidence: (before): PageEvidence => new Evidence(before),
  };
}

/** Where the first word that can belong to a form ends, or -1: the loop that reads every character of a page. */
function nextTrigger({ triggers, triggerSeed }: Pick<Lexicon, 'triggers' | 'triggerSeed'>, text: string): number {
  let hash = triggerSeed;
  let length = 0;
  for (let i = 0; i <= text.length; i++) {
    const folded = i < text.length ? fold(text.charCodeAt(i)) : SKIP + 1;
    if (folded >= WORD) {
      if (length++ < TRIGGER_LENGTH) hash = (Math.imul(hash, 0x01000193) + folded) | 0;
    } else if (folded === RARE) {
      return nextTrigger({ triggers, triggerSeed }, expand(text));
    } else if (folded !== SKIP && length > 0) {
      const slot = triggerSlot(hash);
      if (((triggers[slot >>> 5] as number) >>> slot) & 1) return i;
      hash = triggerSeed;
      length = 0;
    }
  }
  return -1;
}
