/** `npm run knowledge -- check | stats | overdue | show <id> | export | report`: what an editor asks of the knowledge base. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../core/knowledge/compile.ts';
import { editorialRemarks } from '../core/knowledge/editorial.ts';
import { readDataFiles } from './lib/data-files.ts';
import { entryAsText, exported, overdue, report, stats } from './lib/knowledge-views.ts';

const root = process.cwd();
const { knowledge, problems } = compile(readDataFiles(root));

const commands: Readonly<Record<string, (argument: string | undefined) => number>> = {
  check() {
    for (const { file, line, rule, message } of problems) console.log(`${file}:${line}: ${message} [${rule}]`);
    const remarks = editorialRemarks(knowledge);
    for (const { entry, rule, message } of remarks) console.log(`${entry}: ${message} [${rule}]`);
    console.log(`${knowledge.entries.length} entries, ${problems.length + remarks.length} problems`);
    return problems.length + remarks.length > 0 ? 1 : 0;
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
      console.error(`There is no entry "${id ?? ''}"; npm run knowledge -- stats lists what there is.`);
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
