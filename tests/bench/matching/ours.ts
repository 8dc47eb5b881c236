/** Our own matcher as a candidate: the cheap test of every text, the scan of hopeful ones, and the settling by evidence. */

import type { LexiconPayload } from '../../../core/matching/lexicon.ts';
import { createMatcher } from '../../../core/matching/matcher.ts';
import { eachText, type Find } from './rivals.ts';

export function ours(payload: LexiconPayload): Find {
  const matcher = createMatcher(payload);
  return (root, found) => {
    const blocks: { order: number; text: string; scan: NonNullable<ReturnType<typeof matcher.scan>> }[] = [];
    eachText(root, (text) => {
      const scan = matcher.scan(text);
      if (scan) blocks.push({ order: blocks.length, text, scan });
    });
    type Block = (typeof blocks)[number];
    const evidence = matcher.createEvidence((a, b) => (a as Block).order < (b as Block).order);
    for (const block of blocks) evidence.add(block, block.scan);
    for (const block of blocks) {
      for (const { start, end } of matcher.settle(block.scan, block, evidence)) found(block.text.slice(start, end));
    }
  };
}
