/**
 * `npm run annotate`: JSON lines `{"id","text","lang"?}` → JSON lines `{"id","matches":[{"start","end","text","term"}]}`.
 * What a reader reaches from a mark, the magnesium of "magnesium deficiency", is a match too, with `part: true`. With
 * `--explain` each line carries `candidates` too: every place that is written like a form, and why it is marked or not.
 */
import { compile } from '../core/knowledge/compile.ts';
import type { Entry } from '../core/knowledge/knowledge.ts';
import { sayProblem } from '../core/knowledge/parse.ts';
import { isOwnPart, isShortFor, namedIn } from '../core/knowledge/parts.ts';
import { compileLexicon } from '../core/matching/compile.ts';
import { looksEnglish } from '../core/matching/language.ts';
import { createMatcher } from '../core/matching/matcher.ts';
import type { Match } from '../core/matching/types.ts';
import { readDataFiles } from './lib/data-files.ts';
import { explain } from './lib/explain.ts';
import { jsonLines } from './lib/json-lines.ts';

interface Item {
  readonly id: unknown;
  readonly text: string;
  readonly lang: string | undefined;
}

const { knowledge, problems, placed } = compile(readDataFiles(process.cwd()));
const { entries } = knowledge;
const lexicon = compileLexicon(knowledge);
const matcher = createMatcher(lexicon.payload);
const explaining = process.argv.includes('--explain');
for (const problem of [...problems, ...lexicon.problems.map(placed)]) console.error(sayProblem(problem));

const entryOf = ({ entry }: Match) => entries[entry] as Entry;

/** What the words of a match mean in their own right; of an abbreviation what the words mean that it stands for. */
function partsOf(match: Match, line: string): Match[] {
  const whole = entryOf(match);
  const text = line.slice(match.start, match.end);
  const found = (match.parts ?? []).filter((part) => isOwnPart(whole, entryOf(part), text));
  const named = isShortFor(text, whole.name)
    ? namedIn(whole, text).map(({ id }) => entries.findIndex((entry) => entry.id === id))
    : [];
  return [...found, ...named.map((entry) => ({ ...match, entry }))].filter(
    ({ entry }) => entry >= 0 && isOwnPart(whole, entries[entry] as Entry, text),
  );
}

/** One document: its lines are blocks, its language decides whether there are any matches. */
function annotate({ id, text, lang }: Item) {
  const language = lang !== undefined && !/^en\b/i.test(lang) ? `declared as ${lang}` : 'does not read as English';
  if (language.startsWith('declared') || !looksEnglish(text)) {
    return { id, matches: [], ...(explaining && { candidates: [], language }) };
  }
  let offset = 0;
  const blocks = text.split('\n').flatMap((line, index) => {
    const block = { line, index, offset };
    offset += line.length + 1;
    const scan = matcher.scan(line);
    return scan ? [{ ...block, scan }] : [];
  });
  type Block = (typeof blocks)[number];
  const evidence = matcher.createEvidence((a, b) => (a as Block).index < (b as Block).index);
  for (const block of blocks) evidence.add(block, block.scan);
  const matches = blocks.flatMap((block) =>
    matcher
      .settle(block.scan, block, evidence)
      .flatMap((match) => [match, ...partsOf(match, block.line).map((part) => ({ ...part, part: true }))])
      .map(({ start, end, entry, ...more }) => ({
        start: block.offset + start,
        end: block.offset + end,
        text: block.line.slice(start, end),
        term: entries[entry]?.id,
        ...('part' in more && { part: true }),
      })),
  );
  if (!explaining) return { id, matches };
  const candidates = blocks.flatMap((block) =>
    explain(lexicon, block, evidence).map((candidate) => ({
      ...candidate,
      start: block.offset + candidate.start,
      end: block.offset + candidate.end,
      term: entries[candidate.entry]?.id,
    })),
  );
  return { id, matches, candidates };
}

for await (const item of jsonLines({ id: 1, text: 'low magnesium' })) {
  const { id, text, lang } = item as Partial<Item>;
  console.log(JSON.stringify(annotate({ id, text: String(text ?? ''), lang })));
}
