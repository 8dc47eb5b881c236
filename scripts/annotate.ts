/** `npm run annotate`: JSON lines `{"id","text","lang"?}` → JSON lines `{"id","matches":[{"start","end","text","term"}]}`. */
import { createInterface } from 'node:readline';
import { compile } from '../core/knowledge/compile.ts';
import { compileLexicon } from '../core/matching/compile.ts';
import { looksEnglish } from '../core/matching/language.ts';
import { createMatcher } from '../core/matching/matcher.ts';
import { readDataFiles } from './lib/data-files.ts';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
}

const { knowledge } = compile(readDataFiles(process.cwd()));
const { entries } = knowledge;
const { payload, problems } = compileLexicon(knowledge);
for (const problem of problems) console.error(problem);
const matcher = createMatcher(payload);

/** The matches of one document: its lines are blocks, its language decides whether there are any. */
function annotate({ text, lang }: Item) {
  if (lang !== undefined && !/^en\b/i.test(lang)) return [];
  if (!looksEnglish(text)) return [];
  const lines: { offset: number; line: string }[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    lines.push({ offset, line });
    offset += line.length + 1;
  }
  const evidence = matcher.createEvidence((a, b) => lines.indexOf(a as never) < lines.indexOf(b as never));
  const scans = lines.flatMap((block) => {
    const scan = matcher.scan(block.line);
    if (scan) evidence.add(block, scan);
    return scan ? [{ block, scan }] : [];
  });
  return scans.flatMap(({ block, scan }) =>
    matcher.settle(scan, block, evidence).map(({ start, end, entry }) => ({
      start: block.offset + start,
      end: block.offset + end,
      text: block.line.slice(start, end),
      term: entries[entry]?.id,
    })),
  );
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const item = JSON.parse(line) as Item;
  console.log(JSON.stringify({ id: item.id, matches: annotate(item) }));
}
