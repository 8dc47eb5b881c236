/** Compiles `data/` and hands it out as virtual modules, to the build and to tests in a browser; a broken file stops both. */
import { compile } from '../../core/knowledge/compile.ts';
import type { Knowledge } from '../../core/knowledge/knowledge.ts';
import { causesViewOf, viewOf } from '../../core/knowledge/view.ts';
import { compileLexicon } from '../../core/matching/compile.ts';
import { compileTriggers } from '../../core/matching/compile-triggers.ts';
import { buildIndex } from '../../core/search/prebuilt.ts';
import { readDataFiles } from '../../scripts/lib/data-files.ts';

/** Name of a virtual module → what it exports; `virtual.d.ts` beside this file has the types. */
const MODULES: Readonly<Record<string, (knowledge: Knowledge) => unknown>> = {
  // One string an entry: opening one parses that one only.
  'virtual:fascicle/entries': ({ entries, sources }) =>
    Object.fromEntries(entries.map((entry) => [entry.id, JSON.stringify(viewOf(entry, sources))])),
  // A string as well: parsing JSON is faster than parsing a script.
  'virtual:fascicle/search': ({ entries }) => JSON.stringify(buildIndex(entries)),
  'virtual:fascicle/causes': ({ causes, sources }) => causesViewOf(causes, sources),
  'virtual:fascicle/triggers': ({ entries }) => compileTriggers(entries),
  'virtual:fascicle/lexicon': (knowledge) => compileLexicon(knowledge).payload,
  'virtual:fascicle/lexicon-version': (knowledge) => compileLexicon(knowledge).payload.version,
};

/** The Vite plugin for the project at `root`, and how to make it read `data/` again. */
export function knowledgePlugin(root: string) {
  let compiled: Knowledge | undefined;
  const forget = () => {
    compiled = undefined;
  };
  const plugin = {
    name: 'fascicle:knowledge',
    resolveId: (id: string) => (id in MODULES ? `\0${id}` : undefined),
    load(id: string) {
      const make = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
      if (!make) return undefined;
      compiled ??= read(root);
      return `export default ${JSON.stringify(make(compiled))};`;
    },
  };
  return { plugin, forget };
}

function read(root: string): Knowledge {
  const { knowledge, problems } = compile(readDataFiles(root));
  if (problems.length === 0) return knowledge;
  const lines = problems.map(({ file, line, rule, message }) => `${file}:${line}: ${message} [${rule}]`);
  throw new Error(`The knowledge base needs mending:\n${lines.join('\n')}`);
}
