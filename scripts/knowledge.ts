/** `npm run knowledge -- check | stats | overdue | show <id> | export`: what an editor asks of the knowledge base. */
import { compile } from '../core/knowledge/compile.ts';
import { readDataFiles } from './lib/data-files.ts';

const { knowledge, problems } = compile(readDataFiles(process.cwd()));
const [command = 'check', argument] = process.argv.slice(2);
if (command === 'check') {
  for (const { file, line, rule, message } of problems) console.log(`${file}:${line}: ${message} [${rule}]`);
  console.log(`${knowledge.entries.length} entries, ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} else if (command === 'show') {
  console.log(
    JSON.stringify(
      knowledge.entries.find(({ id }) => id === argument),
      null,
      2,
    ),
  );
}
