/** Compiles `data/` and hands it out as virtual modules, to the build and to tests in a browser; a broken file stops both. */
import { compile } from '../../core/knowledge/compile.ts';
import { packHeadlines } from '../../core/knowledge/headlines.ts';
import type { Knowledge } from '../../core/knowledge/knowledge.ts';
import { sayProblem } from '../../core/knowledge/parse.ts';
import { causesViewOf, viewOf } from '../../core/knowledge/view.ts';
import { compileLexicon } from '../../core/matching/compile.ts';
import { compileTriggers } from '../../core/matching/compile-triggers.ts';
import { buildIndex } from '../../core/search/prebuilt.ts';
import { readDataFiles } from '../../scripts/lib/data-files.ts';

/** Entries to a shelf: our own pages bring in the shelf of the entry that is opened, not all of them. */
const SHELF = 32;
const SHELVES = 'virtual:fascicle/shelves';
const SHELF_PREFIX = 'virtual:fascicle/shelf-';
const LEXICON = 'virtual:fascicle/lexicon';

/** Name of a virtual module → what it exports; `virtual.d.ts` beside this file has the types. */
const MODULES: Readonly<Record<string, (knowledge: Knowledge) => unknown>> = {
  // One string an entry: opening one parses that one only.
  'virtual:fascicle/entries': ({ entries, sources }) =>
    Object.fromEntries(entries.map((entry) => [entry.id, JSON.stringify(viewOf(entry, sources))])),
  // A string as well: parsing JSON is faster than parsing a script.
  'virtual:fascicle/headlines': ({ entries }) => JSON.stringify(packHeadlines(entries)),
  'virtual:fascicle/search': ({ entries }) => JSON.stringify(buildIndex(entries)),
  'virtual:fascicle/causes': ({ causes, sources }) => causesViewOf(causes, sources),
  'virtual:fascicle/triggers': ({ entries }) => compileTriggers(entries),
  [LEXICON]: (knowledge) => compileLexicon(knowledge).payload,
  'virtual:fascicle/scan-triggers': (knowledge) => {
    const { version, triggerSeed, triggers } = compileLexicon(knowledge).payload;
    return { version, triggerSeed, triggers };
  },
  'virtual:fascicle/lexicon-version': (knowledge) => compileLexicon(knowledge).payload.version,
};

/** The Vite plugin for the project at `root`, and how to make it read `data/` again. */
export function knowledgePlugin(root: string) {
  let compiled: Knowledge | undefined;
  /** A build has several bundles, and several of them want the same module. */
  const made = new Map<string, string | undefined>();
  const forget = () => {
    compiled = undefined;
    made.clear();
  };
  const plugin = {
    name: 'fascicle:knowledge',
    resolveId: (id: string) => (id in MODULES || id === SHELVES || id.startsWith(SHELF_PREFIX) ? `\0${id}` : undefined),
    load(id: string) {
      if (!id.startsWith('\0virtual:fascicle/')) return undefined;
      compiled ??= read(root);
      if (!made.has(id)) made.set(id, sourceOf(id.slice(1), compiled));
      return made.get(id);
    },
  };
  return { plugin, forget };
}

function sourceOf(name: string, knowledge: Knowledge): string | undefined {
  if (name === SHELVES) return shelves(knowledge.entries.length);
  const exported = name.startsWith(SHELF_PREFIX)
    ? shelf(knowledge, Number(name.slice(SHELF_PREFIX.length)))
    : MODULES[name]?.(knowledge);
  if (name === LEXICON) return takenOnce(JSON.stringify(exported));
  return exported === undefined ? undefined : `export default ${JSON.stringify(exported)};`;
}

/** Once its tables are open, nothing in memory holds the lexicon's strings any more. */
const takenOnce = (source: string): string =>
  `let lexicon = ${source};
export default () => {
  const taken = lexicon;
  lexicon = undefined;
  return taken;
};`;

/** The views of the entries on a shelf, as JSON, in the order of `Knowledge.entries`. */
function shelf({ entries, sources }: Knowledge, number: number): string[] {
  const shelved = entries.slice(number * SHELF, (number + 1) * SHELF);
  return shelved.map((entry) => JSON.stringify(viewOf(entry, sources)));
}

/** A way to bring in each shelf. */
function shelves(entries: number): string {
  const ways = Array.from({ length: Math.ceil(entries / SHELF) }, (_, i) => `() => import('${SHELF_PREFIX}${i}')`);
  return `export const SHELF = ${SHELF};\nexport default [${ways.join(', ')}];`;
}

function read(root: string): Knowledge {
  const { knowledge, problems } = compile(readDataFiles(root));
  if (problems.length === 0) return knowledge;
  throw new Error(`The knowledge base needs mending:\n${problems.map(sayProblem).join('\n')}`);
}
