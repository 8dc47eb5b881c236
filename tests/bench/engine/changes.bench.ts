/**
 * What the extension costs pages that never stand still, against an empty extension, and against one that registers a
 * single range: as long as there is any, Chromium paints at each change of elements.
 */
import { serve } from '../../../scripts/lib/serve.ts';
import { type Bench, type Benchmark, pick } from '../support/benchmark.ts';
import { bundle } from '../support/bundle.ts';
import { against, table } from '../support/report.ts';
import { geometricMean, interleave, median, sum } from '../support/statistics.ts';
import { EMPTY, ONE_MARK, OURS, type Subject, withSubjects } from '../support/subjects.ts';
import { traced, untilAtRest } from '../support/trace.ts';
import { manyMarks } from './made-pages.ts';
import type * as inPage from './page-loads.ts';

declare const bench: typeof inPage;

const KINDS = ['component list', 'plain list', 'editor', 'news feed', 'class switches'];
const MARKS = 10_000;
const CHANGES = 120;

export default {
  name: 'changes',
  needsBuild: true,
  run(options: Bench) {
    return withSubjects(options.root, [EMPTY, ONE_MARK, OURS], async (subjects) => {
      const script = await bundle(options.root, 'tests/bench/engine/page-loads.ts');
      const marks = { body: manyMarks(MARKS) };
      const blank = { body: '<!doctype html><html lang="en"><body><h1>Magnesium and the nerves</h1></body></html>' };
      const server = await serve((path) => (path === '/marks' ? marks : path === '/blank' ? blank : undefined));
      try {
        const loads = new Map<string, Map<Subject, number[]>>();
        for (const kind of KINDS) {
          options.log(`${kind} …`);
          const work = await interleave(subjects, pick(options, 3, 2), (subject) =>
            load(subject, `${server.url}blank`, script, kind, pick(options, 2, 1)),
          );
          loads.set(kind, work);
        }
        options.log(`${MARKS} marks …`);
        const frames = await interleave(subjects, pick(options, 2, 1), (subject) =>
          change(subject, `${server.url}marks`, script),
        );
        return report(subjects, loads, frames);
      } finally {
        await server.close();
      }
    });
  },
} satisfies Benchmark;

/** Milliseconds that the main thread works for one load, until it is at rest again: what is put off counts as well. */
function load(subject: Subject, url: string, script: string, kind: string, times: number): Promise<number> {
  return subject.inTab(async (page) => {
    await page.goto(url);
    await page.evaluate(script);
    await untilAtRest(page, 10_000);
    const tasks = await traced(page, () => page.evaluate((name, count) => bench.run(name, count), kind, times));
    return sum(tasks.map(({ all }) => all)) / times;
  });
}

type Three = [number, number, number];

interface Frames {
  readonly between: number;
  readonly busy: number;
}

/** A change a frame on a page full of marks: time between frames, and work a change. */
function change(subject: Subject, url: string, script: string): Promise<Frames> {
  return subject.inTab(async (page) => {
    await page.goto(url);
    await page.evaluate(script);
    await untilAtRest(page, 30_000);
    let times: number[] = [];
    const tasks = await traced(page, async () => {
      times = await page.evaluate((count) => bench.changeTexts(count), CHANGES);
    });
    return { between: median(times), busy: sum(tasks.map(({ all }) => all)) / CHANGES };
  });
}

function report(
  subjects: readonly Subject[],
  loads: ReadonlyMap<string, ReadonlyMap<Subject, readonly number[]>>,
  frames: ReadonlyMap<Subject, readonly Frames[]>,
): string {
  const named = (name: string) => subjects.find((subject) => subject.name === name) as Subject;
  const [empty, one, ours] = [named(EMPTY), named(ONE_MARK), named(OURS)];
  const rows = [...loads].map(([kind, work]) => {
    const [without, floor, withUs] = [empty, one, ours].map((subject) => median(work.get(subject) ?? [])) as Three;
    return { kind, without, floor, withUs, least: without / floor, ratio: without / withUs };
  });
  const of = (subject: Subject, key: keyof Frames) => median((frames.get(subject) ?? []).map((all) => all[key]));
  return [
    'Busy pages, milliseconds of the main thread’s own time a run, until all that was put off is done. "Score" is the empty extension’s time ÷ the other’s; "one mark" is an extension that registers a single range and does nothing else.',
    table(
      ['page', 'empty extension', 'one mark', 'Fascicle', 'score of one mark', 'score'],
      rows.map(({ kind, without, floor, withUs, least, ratio }) => [kind, without, floor, withUs, least, ratio]),
    ),
    `${MARKS.toLocaleString('en')} marks on a page, one text changes a frame.`,
    table(
      ['extension', 'between frames, ms', 'work a change, ms'],
      [empty, one, ours].map((subject) => [subject.name, of(subject, 'between'), of(subject, 'busy')]),
    ),
    table(
      ['budget', 'measured'],
      [
        ['score, geometric mean', against(geometricMean(rows.map(({ ratio }) => ratio)), 0.98, true)],
        ['the same, × that of one mark', geometricMean(rows.map(({ ratio, least }) => ratio / least))],
        ['between frames, × empty', against(of(ours, 'between') / of(empty, 'between'), 1.1)],
        ['work a change, × empty', against(of(ours, 'busy') / of(empty, 'busy'), 1.1)],
      ],
    ),
  ].join('\n\n');
}
