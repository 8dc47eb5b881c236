import { createMatcher } from '../../../core/matching/matcher.ts';
import { knowledge, lexicon } from '../support/knowledge.ts';

export { knowledge, lexicon };
export const matcher = createMatcher(lexicon.payload);

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly term: string;
}

/** The marks of a page whose blocks are the lines of `text`, in order; offsets address the whole text. */
export function marksOf(text: string): Mark[] {
  let offset = 0;
  const blocks = text.split('\n').map((line, index) => {
    const block = { line, index, offset, scan: matcher.scan(line) };
    offset += line.length + 1;
    return block;
  });
  const evidence = matcher.createEvidence(
    (a, b) => blocks.indexOf(a as (typeof blocks)[0]) < blocks.indexOf(b as (typeof blocks)[0]),
  );
  for (const block of blocks) if (block.scan) evidence.add(block, block.scan);
  return blocks.flatMap((block) =>
    (block.scan ? matcher.settle(block.scan, block, evidence) : []).map(({ start, end, entry }) => ({
      start: block.offset + start,
      end: block.offset + end,
      text: block.line.slice(start, end),
      term: knowledge.entries[entry]?.id ?? '',
    })),
  );
}

/** The marks as "text → term" lines, for tables. */
export const shown = (text: string): string[] => marksOf(text).map(({ text, term }) => `${text} → ${term}`);

/** The parts of the marks in one block, in the same way. */
export function partsShown(line: string): string[] {
  const scan = matcher.scan(line);
  const evidence = matcher.createEvidence(() => false);
  if (scan) evidence.add(scan, scan);
  const parts = (scan ? matcher.settle(scan, scan, evidence) : []).flatMap((match) => match.parts ?? []);
  return parts.map(({ start, end, entry }) => `${line.slice(start, end)} → ${knowledge.entries[entry]?.id ?? ''}`);
}
