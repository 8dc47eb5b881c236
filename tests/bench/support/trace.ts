/** What a page's main thread did meanwhile, from a Chromium trace. Times are the thread's own: what it waited for others on a busy machine is not in them. */
import type { CDPSession, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { pause } from '../../../scripts/lib/reader.ts';

/** One task of the main thread, in milliseconds of its own time. */
export interface Task {
  readonly all: number;
  /** JavaScript in it, with all that this called into. */
  readonly script: number;
  /** Whether any of it was an extension's. */
  readonly isExtensions: boolean;
}

const EVENT = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.number(),
  dur: v.optional(v.number(), 0),
  tdur: v.optional(v.number()),
  args: v.optional(v.looseObject({ data: v.optional(v.unknown()) })),
});
type Event = v.InferOutput<typeof EVENT>;

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'];
const NAMES = new Set([
  'RunTask',
  'CommitLoad',
  'TimeStamp',
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.run',
]);
const MARK = 'fascicle-bench';
/** A thread that worked less than this share of a quarter of a second is at rest. */
const AT_REST = 0.03;

/** Runs `act` under a trace until the page is at rest, `limit` milliseconds at most; answers its tasks from then on. */
export async function traced(page: Page, act: () => Promise<unknown>, limit = 20_000): Promise<Task[]> {
  const session = await page.createCDPSession();
  const events: Event[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const item of value) {
      const event = v.safeParse(EVENT, item);
      if (event.success && NAMES.has(event.output.name)) events.push(event.output);
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await page.evaluate((mark) => console.timeStamp(mark), MARK);
  await act();
  await untilAtRest(page, limit);
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return tasksIn(events, page.url());
}

/** Waits for the page's main thread to have nothing left to do. */
export async function untilAtRest(page: Page, limit: number): Promise<void> {
  const end = Date.now() + limit;
  let quiet = 0;
  let before = (await page.metrics()).TaskDuration ?? 0;
  while (quiet < 3 && Date.now() < end) {
    await pause(250);
    const now = (await page.metrics()).TaskDuration ?? 0;
    quiet = now - before < AT_REST * 0.25 ? quiet + 1 : 0;
    before = now;
  }
}

/** Bytes of JavaScript objects in the page's process after garbage was collected. */
export async function heapOf(page: Page): Promise<number> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

function isOfExtension(data: unknown): boolean {
  const { url } = (data ?? {}) as { url?: unknown };
  return typeof url === 'string' && url.startsWith('chrome-extension://');
}

/** The tasks of the thread that shows `url` last. */
function tasksIn(events: readonly Event[], url: string): Task[] {
  const shows = ({ name, args }: Event) =>
    name === 'CommitLoad' && (args?.data as { url?: unknown } | undefined)?.url === url;
  const isMark = ({ name, args }: Event) =>
    name === 'TimeStamp' && (args?.data as { message?: unknown; name?: unknown } | undefined)?.message === MARK;
  const home = events.find(shows) ?? events.find(isMark);
  if (!home) throw new Error(`The trace does not tell which thread showed ${url}`);
  const own = events
    .filter(({ pid, tid, ph, ts }) => pid === home.pid && tid === home.tid && ph === 'X' && ts >= home.ts)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const tasks: { all: number; script: number; isExtensions: boolean }[] = [];
  let taskEnd = 0;
  let scriptEnd = 0;
  for (const { name, ts, dur, tdur, args } of own) {
    const ms = (tdur ?? dur) / 1000;
    if (name === 'RunTask') {
      if (ts < taskEnd) continue;
      taskEnd = ts + dur;
      scriptEnd = 0;
      tasks.push({ all: ms, script: 0, isExtensions: false });
      continue;
    }
    const task = tasks.at(-1);
    if (task && ts < taskEnd) task.isExtensions ||= isOfExtension(args?.data);
    if (!task || ts >= taskEnd || ts < scriptEnd || name === 'TimeStamp' || name === 'CommitLoad') continue;
    scriptEnd = ts + dur;
    task.script += ms;
  }
  return tasks;
}
