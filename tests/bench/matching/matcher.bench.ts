/** The matcher against the least that any matcher must do, against other ways and libraries, and against its own size. */
import type { Page } from 'puppeteer-core';
import { compile } from '../../../core/knowledge/compile.ts';
import { compileLexicon } from '../../../core/matching/compile.ts';
import { compileTriggers } from '../../../core/matching/compile-triggers.ts';
import { readDataFiles } from '../../../scripts/lib/data-files.ts';
import { type Server, serve } from '../../../scripts/lib/serve.ts';
import { type Bench, type Benchmark, pick } from '../support/benchmark.ts';
import { bareBrowser } from '../support/browser.ts';
import { bundle } from '../support/bundle.ts';
import { against, table } from '../support/report.ts';
import { answering, type SavedPage, savedPages } from '../support/saved-pages.ts';
import { interleave, median } from '../support/statistics.ts';
import { lexiconOf } from './lexicons.ts';
import type * as inPage from './page.ts';
import type { Supplies } from './page.ts';
import { plainForms } from './plain-forms.ts';

declare const bench: typeof inPage;

const OURS = 'ours: all forms';
const SMALL = 'ours: 1,500 forms';
const FLOORS = ['floor', 'floor + charCode loop'];
/** What of ours runs in the page; the rest does in the background, where it is warm. */
const IN_PAGE = 'ours: triggers of a text';
const OWN = ['ours: triggers of a page', IN_PAGE, OURS];
const LIBRARIES = ['mark.js', 'findAndReplaceDOMText', '@monyone/aho-corasick'];
const OTHERS = ['one alternation RegExp', 'trie-shaped RegExp', ...LIBRARIES];
/** Milliseconds after which a pass is not worth a second look. */
const HOPELESS = 5000;

interface Figures {
  readonly ms: number;
  readonly found: number;
  readonly open: number;
}

export default {
  name: 'matcher',
  needsBuild: false,
  async run(options: Bench) {
    const { root } = options;
    const { knowledge } = compile(readDataFiles(root));
    const payload = compileLexicon(knowledge).payload;
    const sizes: Record<string, number> = { [SMALL]: 0, 'ours: 10,000 forms': 10_000, 'ours: 100,000 forms': 100_000 };
    const generated = Object.entries(sizes).map(([name, count]) => [name, lexiconOf(knowledge, count)] as const);
    const supplies: Supplies = {
      forms: plainForms(knowledge.entries),
      triggers: compileTriggers(knowledge.entries),
      scanTriggers: { triggerSeed: payload.triggerSeed, triggers: payload.triggers },
      lexicons: { [OURS]: payload, ...Object.fromEntries(generated) },
    };
    const pages = savedPages(root, pick(options, 30, 8));
    const server = await serve(answering([...pages, { id: 'empty', html: '<!doctype html><body>' }]));
    const browser = await bareBrowser();
    try {
      const page = await browser.newPage();
      const script = await bundle(root, 'tests/bench/matching/page.ts');
      options.log('warm …');
      const warm = await measureWarm(page, server, script, supplies, pages, pick(options, 5, 4));
      options.log('cold …');
      const some = pages.filter((_, i) => i % pick(options, 6, 4) === 0);
      const cold = await measureCold(page, server, script, supplies, some, pick(options, 2, 1));
      return report(warm, cold, supplies, some.length);
    } finally {
      await browser.close();
      await server.close();
    }
  },
} satisfies Benchmark;

interface Warm {
  readonly characters: number;
  readonly passes: Map<string, Figures>;
}

/** All pages in one document, each candidate once a round; the first rounds are left out, by then the code is compiled. */
async function measureWarm(
  page: Page,
  server: Server,
  script: string,
  supplies: Supplies,
  pages: readonly SavedPage[],
  rounds: number,
): Promise<Warm> {
  await page.goto(`${server.url}empty`);
  await page.evaluate(script);
  const characters = await page.evaluate(
    (texts) => bench.settle(texts),
    pages.map(({ html }) => html),
  );
  const names = [...FLOORS, ...OWN, ...Object.keys(supplies.lexicons).filter((name) => name !== OURS), ...OTHERS];
  const opened = await page.evaluate(
    (all, given) => Object.fromEntries(all.map((name) => [name, bench.prepare(name, given)])),
    names,
    supplies,
  );
  const results = await interleave(names, rounds + 3, async (name, round) => {
    const result = await page.evaluate((which) => bench.pass(which), name);
    return result.ms > HOPELESS && round > 0 ? undefined : result;
  });
  const passes = new Map<string, Figures>();
  for (const [name, all] of results) {
    const late = all.length > 3 ? all.slice(3) : all;
    const ms = median(late.map((result) => result.ms));
    passes.set(name, { ms, found: late[0]?.found ?? 0, open: opened[name] ?? 0 });
  }
  return { characters, passes };
}

/** Each page anew for each candidate: what a visitor pays, since the code runs for the first time. */
async function measureCold(
  page: Page,
  server: Server,
  script: string,
  supplies: Supplies,
  pages: readonly SavedPage[],
  rounds: number,
): Promise<Map<string, Figures>> {
  const names = [...FLOORS, ...OWN, ...OTHERS];
  const figures = new Map<string, Figures>();
  const all = await interleave(names, rounds, async (name) => {
    const result = { ms: 0, found: 0, open: 0 };
    const [needed] = [supplies.lexicons[name]].filter((lexicon) => lexicon !== undefined);
    const given: Supplies = { ...supplies, lexicons: needed ? { [name]: needed } : {} };
    for (const { id } of pages) {
      await page.goto(server.url + id);
      await page.evaluate(script);
      const one = await page.evaluate(
        (which, supplied) => {
          bench.settle([]);
          const open = bench.prepare(which, supplied);
          return { ...bench.pass(which), open };
        },
        name,
        given,
      );
      result.ms += one.ms;
      result.found += one.found;
      result.open += one.open;
    }
    return result;
  });
  for (const [name, results] of all) {
    figures.set(name, {
      ms: median(results.map(({ ms }) => ms)),
      found: results[0]?.found ?? 0,
      open: median(results.map(({ open }) => open / pages.length)),
    });
  }
  return figures;
}

function report({ characters, passes }: Warm, cold: Map<string, Figures>, { forms }: Supplies, pages: number): string {
  const at = (figures: Map<string, Figures>, name: string) => figures.get(name)?.ms ?? Number.NaN;
  const times = (figures: Map<string, Figures>, name: string, of = 'floor') => at(figures, name) / at(figures, of);
  const rows = (figures: Map<string, Figures>, names: readonly string[]) =>
    names.map((name) => {
      const { ms, found, open } = figures.get(name) ?? { ms: Number.NaN, found: 0, open: Number.NaN };
      const quiet = FLOORS.includes(name);
      return [name, ms, times(figures, name), quiet ? undefined : String(found), quiet ? undefined : open];
    });
  const head = ['candidate', 'ms', '× floor', 'found', 'to prepare, ms'];
  const fastest = Math.min(...LIBRARIES.map((name) => at(passes, name)));
  const coldest = Math.min(...LIBRARIES.map((name) => at(cold, name)));
  return [
    `Warm: one document of ${characters.toLocaleString('en')} characters; others search for the ${forms.length.toLocaleString('en')} plain forms of ours.`,
    table(head, rows(passes, [...FLOORS, ...OWN, ...OTHERS])),
    `Cold: the sum over ${pages} saved pages, each opened anew for each candidate (to prepare: a page).`,
    table(head, rows(cold, [...FLOORS, ...OWN, ...OTHERS])),
    'Number of forms, warm; the added ones are generated.',
    table(
      ['lexicon', 'ms', '× 1,500 forms', 'found', 'to prepare, ms'],
      [...passes.keys()]
        .filter((name) => name.startsWith('ours: ') && name.endsWith('forms') && name !== OURS)
        .map((name) => [
          name,
          at(passes, name),
          times(passes, name, SMALL),
          String(passes.get(name)?.found),
          passes.get(name)?.open,
        ]),
    ),
    table(
      ['budget', 'measured'],
      [
        ['warm, × the floor', against(times(passes, OURS), 4)],
        ['100,000 forms, × 1,500', against(times(passes, 'ours: 100,000 forms', SMALL), 1.3)],
        ['the fastest library, × ours, warm', against(fastest / at(passes, OURS), 3, true)],
        ['the fastest library, × ours, cold', against(coldest / at(cold, OURS), 3, true)],
        ['the fastest library, × what of ours runs in the page, cold', (coldest / at(cold, IN_PAGE)).toFixed(2)],
      ],
    ),
  ].join('\n\n');
}
