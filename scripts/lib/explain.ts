/** Why each candidate of a block is marked or not, in words. */
import type { CompiledLexicon } from '../../core/matching/compile.ts';
import type { Evidence } from '../../core/matching/evidence.ts';
import { openLexicon } from '../../core/matching/lexicon.ts';
import type { Scan } from '../../core/matching/scan.ts';
import { weigh } from '../../core/matching/senses.ts';
import { readDefined, settle } from '../../core/matching/settle.ts';
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
    const { start, end, entry, form, certain } = found;
    const marked = matches.some((match) => match.start === start && match.end === end && match.entry === entry);
    const inside = matches.find((match) => match.start < end && match.end > start);
    const definition = defined.as(found);
    const { sum, reasons } =
      certain && definition === undefined
        ? { sum: 1, reasons: [['certain', 1] as const] }
        : weigh(lexicon, found, scan, evidence, definition === -1);
    const weights = reasons.map(
      ([reason, weight]) => `${reason} ${weight > 0 ? '+' : ''}${Math.round(weight * 10) / 10}`,
    );
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
