/** What the extension costs when a page opens: real pages, huge pages, memory, and the weight of its scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFolder } from '../../../scripts/lib/launch.ts';
import { type Server, serve } from '../../../scripts/lib/serve.ts';
import { type Bench, type Benchmark, pick } from '../support/benchmark.ts';
import { against, table } from '../support/report.ts';
import { answering, savedPages } from '../support/saved-pages.ts';
import { interleave, median, quantile, sum } from '../support/statistics.ts';
import { EMPTY, FLOOR, OURS, type Subject, withSubjects } from '../support/subjects.ts';
import { heapOf, traced } from '../support/trace.ts';
import { longArticle, manyNodes } from './made-pages.ts';

/** The scripts that a page can get, with their budgets in kB of gzip where they have one (docs/decisions/0004-triggers-before-lexicon.md). */
const BUDGETS: Readonly<Record<string, number | undefined>> = {
  'content-script.js': 15,
  'page-engine.js': 20,
  'popover.js': undefined,
};
const HUGE = ['10 MB', '300k text nodes'];

interface Load {
  readonly all: number;
  readonly script: number;
  readonly longest: number;
  readonly heap: number;
}

export default {
  name: 'first-pass',
  needsBuild: true,
  run(bench: Bench) {
    const pages = savedPages(bench.root, pick(bench, 10, 4));
    const huge = [
      { id: '10 MB', html: longArticle(pick(bench, 10, 1)) },
      { id: '300k text nodes', html: manyNodes(pick(bench, 300_000, 20_000)) },
    ];
    return withSubjects(bench.root, [EMPTY, FLOOR, OURS], async (subjects) => {
      const server = await serve(answering([...pages, ...huge]));
      try {
        const ordinary = new Map<string, Map<string, Load>>();
        for (const { id } of pages) {
          ordinary.set(id, await measure(subjects, server, id, pick(bench, 2, 1)));
          bench.log(
            `${id}: ${[...(ordinary.get(id) ?? [])].map(([name, { all }]) => `${name} ${all.toFixed(1)}`).join(', ')}`,
          );
        }
        const heavy = new Map<string, Map<string, Load>>();
        for (const { id } of huge) heavy.set(id, await measure(subjects, server, id, 1));
        return [ordinarily(ordinary), hugely(heavy), weights(bench.root)].join('\n\n');
      } finally {
        await server.close();
      }
    });
  },
} satisfies Benchmark;

/** Medians over the rounds for each subject. */
async function measure(
  subjects: readonly Subject[],
  server: Server,
  id: string,
  rounds: number,
): Promise<Map<string, Load>> {
  const loads = await interleave(subjects, rounds, (subject) =>
    subject.inTab(async (page): Promise<Load> => {
      const url = new URL(encodeURIComponent(id), server.url).href;
      const tasks = await traced(page, () => page.goto(url, { waitUntil: 'load', timeout: 120_000 }), 90_000);
      return {
        all: sum(tasks.map(({ all }) => all)),
        script: sum(tasks.map(({ script }) => script)),
        longest: Math.max(0, ...tasks.filter(({ isExtensions }) => isExtensions).map(({ script }) => script)),
        heap: await heapOf(page),
      };
    }),
  );
  const medians = (all: readonly Load[]): Load => ({
    all: median(all.map((load) => load.all)),
    script: median(all.map((load) => load.script)),
    longest: median(all.map((load) => load.longest)),
    heap: median(all.map((load) => load.heap)),
  });
  return new Map([...loads].map(([{ name }, all]) => [name, medians(all)]));
}

type Loads = ReadonlyMap<string, ReadonlyMap<string, Load>>;

function ordinarily(pages: Loads): string {
  const of = (name: string, key: keyof Load) =>
    [...pages.values()].map((loads) => loads.get(name)?.[key] ?? Number.NaN);
  const added = (name: string, key: keyof Load) => {
    const base = of(EMPTY, key);
    return of(name, key).map((value, i) => value - (base[i] ?? 0));
  };
  const row = (name: string) => {
    const [all, script] = [added(name, 'all'), added(name, 'script')];
    const longest = of(name, 'longest');
    return [
      name,
      sum(script),
      median(script),
      Math.max(...script),
      median(all),
      Math.max(...all),
      Math.max(...longest),
      median(added(name, 'heap')) / 1024,
    ];
  };
  const scripts = sum(added(OURS, 'script')) / sum(added(FLOOR, 'script'));
  const rest = added(OURS, 'all');
  return [
    `${pages.size} saved pages, their own scripts off; milliseconds of the main thread's own time, less those with the empty extension.`,
    table(
      ['extension', 'script, all pages', 'a page', 'worst', 'all work, a page', 'worst', 'longest script', 'heap, KiB'],
      [FLOOR, OURS].map(row),
    ),
    `All work with ours lies between ${quantile(rest, 0.1).toFixed(1)} and ${quantile(rest, 0.9).toFixed(1)} ms from the 10th to the 90th percentile of pages.`,
    table(
      ['budget', 'measured'],
      [
        ['script, × the cold floor', against(scripts, 2.5)],
        ['added work, median page, ms', against(median(rest), 15)],
        ['added work, worst page, ms', against(Math.max(...rest), 40)],
        ['longest run of our script, ms', against(Math.max(...of(OURS, 'longest')), 8)],
        ['heap, median page, KiB', against(median(added(OURS, 'heap')) / 1024, 1024)],
      ],
    ),
  ].join('\n\n');
}

function hugely(pages: Loads): string {
  const rows = HUGE.flatMap((id) => {
    const loads = pages.get(id);
    const [ours, floor, empty] = [OURS, FLOOR, EMPTY].map((name) => loads?.get(name));
    if (!ours || !floor || !empty) return [];
    return [
      [
        id,
        empty.all,
        floor.script,
        ours.script,
        ours.all - empty.all,
        against(ours.longest, 8),
        (ours.heap - empty.heap) / 1024,
      ],
    ];
  });
  return `Huge pages, made of our own article.\n\n${table(['page', 'page itself, ms', 'floor, script', 'ours, script', 'ours, added work', 'longest run of our script', 'heap, KiB'], rows)}`;
}

function weights(root: string): string {
  const folder = buildFolder(root, 'chromium');
  const rows = Object.entries(BUDGETS).map(([file, budget]) => {
    const content = readFileSync(join(folder, file));
    const packed = gzipSync(content, { level: 9 }).length / 1000;
    return [file, content.length / 1000, budget === undefined ? packed : against(packed, budget)];
  });
  return table(['script', 'kB', 'kB, gzip'], rows);
}
