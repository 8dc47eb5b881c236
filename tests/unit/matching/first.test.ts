import { expect, test } from 'vitest';
import { compile } from '../../../core/knowledge/compile.ts';
import { compileLexicon } from '../../../core/matching/compile.ts';
import { createMatcher } from '../../../core/matching/matcher.ts';
import { readDataFiles } from '../../../scripts/lib/data-files.ts';

const { knowledge } = compile(readDataFiles(process.cwd()));
const { entries } = knowledge;
const matcher = createMatcher(compileLexicon(knowledge).payload);

test('a page sees magnesium marked where it stands', () => {
  const text = 'Too little magnesium is rare.';
  const scan = matcher.scan(text);
  if (!scan) throw new Error('nothing found');
  const evidence = matcher.createEvidence(() => true);
  const block = {};
  evidence.add(block, scan);
  const [match] = matcher.settle(scan, block, evidence).filter(({ start }) => start === 11);
  expect(text.slice(match?.start, match?.end)).toBe('magnesium');
  expect(entries[match?.entry ?? -1]?.id).toBe('magnesium');
});
