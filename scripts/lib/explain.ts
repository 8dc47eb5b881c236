/** Why each candidate of a block is marked or not, in words. */
import type { CompiledLexicon } from '../../core/matching/compile.ts';
import type { Evidence } from '../../core/matching/evidence.ts';
import { openLexicon } from '../../core/matching/lexicon.ts';
import type { Scan } from '../../core/matching/scan.ts';
import { type Tell, weigh } from '../../core/matching/senses.ts';
import { isSettled, readDefined, settle } from '../../core/matching/settle.ts';
import type { BlockScan, PageEvidence } from '../../core/matching/types.ts';

interface Block {
  readonly line: string;
  readonly scan: BlockScan;
}

/** One line of reasons for each candidate of `block`, with the place, the form as its editor wrote it, and the outcome. */
export function explain({ payload, forms }: CompiledLexicon, block: Block, pageEvidence: PageEvidence) {
  const lexicon = openLexicon(payload);
  const scan = block.scan as Scan;
  const evidence = pageEvidence as Evidence;
  const matches = settle(lexicon, scan, block, evidence);
  const defined = readDefined(scan, block, evidence);
  return scan.candidates.map((found) => {
    const { start, end, entry, form } = found;
    const marked = matches.some((match) => match.start === start && match.end === end && match.entry === entry);
    const inside = matches.find((match) => match.start < end && match.end > start);
    const definition = defined.as(found);
    const weights: string[] = [];
    const tell: Tell = (reason, weight, word) => {
      const rounded = Math.round(weight * 10) / 10;
      weights.push(`${word ? `${reason} ${word}` : reason} ${weight > 0 ? '+' : ''}${rounded}`);
    };
    const isCertain = isSettled(found) && definition === undefined;
    if (isCertain) tell('certain', 1);
    const sum = isCertain ? 1 : weigh(lexicon, found, scan, evidence, definition === -1, tell);
    const outcome = marked
      ? 'marked'
      : sum < 0
        ? 'not meant'
        : inside
          ? `part of "${block.line.slice(inside.start, inside.end)}"`
          : 'defined otherwise on the page';
    return {
      start,
      end,
      entry,
      text: block.line.slice(start, end),
      form: forms[form],
      outcome,
      why: weights.join(', '),
    };
  });
}
