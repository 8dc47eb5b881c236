/** `npm run knowledge -- check | stats | overdue | show <id> | export | report`: what an editor asks of the knowledge base. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byPlace, compile } from '../core/knowledge/compile.ts';
import { editorialRemarks } from '../core/knowledge/editorial.ts';
import { sayProblem } from '../core/knowledge/parse.ts';
import { compileLexicon } from '../core/matching/compile.ts';
import { readDataFiles } from './lib/data-files.ts';
import { entryAsText, exported, overdue, report, stats } from './lib/knowledge-views.ts';

const root = process.cwd();
const { knowledge, problems, placed } = compile(readDataFiles(root));

const commands: Readonly<Record<string, (argument: string | undefined) => number>> = {
  check() {
    const isWhole = problems.length === 0;
    const remarks = isWhole ? [...editorialRemarks(knowledge), ...compileLexicon(knowledge).problems] : [];
    const all = [...problems, ...remarks.map(placed)].sort(byPlace);
    for (const problem of all) console.log(sayProblem(problem));
    console.log(`${knowledge.entries.length} entries, ${all.length} problems`);
    if (!isWhole)
      console.log('What is read of whole files only (lengths, grades, forms) is checked once these are mended.');
    return all.length > 0 ? 1 : 0;
  },
  stats() {
    console.log(stats(knowledge));
    return 0;
  },
  overdue() {
    const today = new Date().toISOString().slice(0, 10);
    const late = overdue(knowledge, today);
    for (const { id, nextReview } of late) console.log(`${nextReview}  ${id}`);
    console.log(`${late.length} of ${knowledge.entries.length} entries are overdue on ${today}`);
    return 0;
  },
  show(id) {
    const entry = knowledge.entries.find((candidate) => candidate.id === id);
    if (!entry) {
      console.error(`There is no entry "${id ?? ''}"; the ids are the names of the files in data/terms/.`);
      return 1;
    }
    console.log(entryAsText(entry, knowledge));
    return 0;
  },
  export() {
    console.log(JSON.stringify(exported(knowledge)));
    return 0;
  },
  report() {
    writeFileSync(join(root, 'docs/knowledge.md'), report(knowledge));
    console.log('docs/knowledge.md is written.');
    return 0;
  },
};

const [name = 'check', argument] = process.argv.slice(2);
const command = commands[name];
if (!command) console.error(`No command "${name}"; there are ${Object.keys(commands).join(', ')}.`);
process.exitCode = command ? command(argument) : 2;
