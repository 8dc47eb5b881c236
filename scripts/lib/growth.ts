/** What may grow while people read: memory of the background and of a tab, and storage, each after a collection. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { Launched } from './launch.ts';

/** Name and unit of a figure → its value. */
export type Figures = Readonly<Record<string, number>>;

const KIB = 1024;

/** Heap of the background (KiB) and what its storage holds (bytes, keys). `control` is any page of the extension. */
export async function backgroundFigures({ browser }: Launched, control: Page): Promise<Figures> {
  const [local, session] = await control.evaluate(async () => {
    // The question wakes the worker if it sleeps.
    await chrome.runtime.sendMessage({ type: 'tab-report', tabId: 0 });
    return Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]);
  });
  const worker = browser.targets().find((target) => target.type() === 'service_worker');
  const devtools = await worker?.createCDPSession();
  const heap = devtools ? await heapOf(devtools) : Number.NaN;
  await devtools?.detach();
  return {
    'background heap KiB': heap,
    'local storage B': JSON.stringify(local).length,
    'session storage B': JSON.stringify(session).length,
    'session storage keys': Object.keys(session ?? {}).length,
  };
}

/** What a tab holds: heap (KiB) of its page with the scripts in it, documents, nodes, listeners. */
export async function tabFigures(devtools: CDPSession): Promise<Figures> {
  const heap = await heapOf(devtools);
  const { documents, nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { 'tab heap KiB': heap, documents, nodes, listeners: jsEventListeners };
}

/** `name value, name value …` */
export function words(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/**
 * By how much each figure grew per thousand steps, by the straight line that fits best (least squares); samples are
 * `[step, figures]`.
 */
export function growthPerThousand(samples: readonly (readonly [step: number, figures: Figures])[]): Figures {
  const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;
  const steps = samples.map(([step]) => step / 1000);
  const middle = mean(steps);
  const spread = mean(steps.map((step) => (step - middle) ** 2));
  const names = Object.keys(samples[0]?.[1] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = samples.map(([, figures]) => figures[name] ?? Number.NaN);
      const centre = mean(values);
      const together = mean(values.map((value, at) => (value - centre) * ((steps[at] ?? 0) - middle)));
      return [name, Number((together / spread).toFixed(2))];
    }),
  );
}

async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return Math.round((await devtools.send('Runtime.getHeapUsage')).usedSize / KIB);
}
