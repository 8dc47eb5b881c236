/** Text in, matches out. */

import { Evidence } from './evidence.ts';
import { expand, fold, folded, HYPHEN, RARE, SKIP, WORD } from './fold.ts';
import { PRIME } from './hash.ts';
import { type Lexicon, type LexiconPayload, openLexicon, TRIGGER_LENGTH } from './lexicon.ts';
import { type Scan, scanBlock } from './scan.ts';
import { needsEvidence, settle } from './settle.ts';
import { passes } from './sieve.ts';
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
    needsEvidence: (scan) => needsEvidence(scan as Scan),
    rest: () => lexicon.rest(),
    createEvidence: (before): PageEvidence => new Evidence(before),
  };
}

/** Where the first word that can belong to a form ends, or -1: the loop that reads every character of a page. */
function nextTrigger(lexicon: Pick<Lexicon, 'triggers' | 'triggerSeed'>, text: string): number {
  const { triggerSeed, triggers } = lexicon;
  let hash = triggerSeed;
  let length = 0;
  // Of the word with the one before its hyphen: "cis-platin".
  let joined = 0;
  let joinedLength = 0;
  const end = text.length;
  for (let i = 0; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : 32;
    const kind = (folded[code] as number) || fold(code);
    if (kind >= WORD) {
      if (length++ < TRIGGER_LENGTH) hash = (Math.imul(hash, PRIME) + kind) | 0;
      if (joinedLength > 0 && joinedLength++ < TRIGGER_LENGTH) joined = (Math.imul(joined, PRIME) + kind) | 0;
    } else if (kind === RARE) {
      return nextTrigger(lexicon, expand(text));
    } else if (kind !== SKIP) {
      if (length > 0 && (passes(triggers, hash) || (joinedLength > 0 && passes(triggers, joined)))) return i;
      joinedLength = kind === HYPHEN ? length : 0;
      joined = hash;
      hash = triggerSeed;
      length = 0;
    }
  }
  return -1;
}
