/** Work in short slices, so that no page ever waits for us. */

/** Longest slice in milliseconds: half of what a 120 Hz frame has, measured to keep tasks under 8 ms. */
const SLICE = 4;

let turns = 0;

/** Grows whenever the page went first: what was asked of its DOM before holds no longer. */
export const turn = (): number => turns;

interface Scheduler {
  postTask?: (task: () => void, options: { priority: string }) => Promise<void>;
}

/** Lets the page go first: a background task where the browser has them. */
export function yieldToPage(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  if (scheduler?.postTask) return scheduler.postTask(() => undefined, { priority: 'background' });
  return new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
}

/**
 * Runs `work` from yield to yield in slices until it ends or the signal aborts.
 * Returns the milliseconds that the work itself took.
 */
export async function inSlices(work: Iterator<unknown>, signal: AbortSignal): Promise<number> {
  let spent = 0;
  turns++;
  for (;;) {
    const start = performance.now();
    let now = start;
    let done = false;
    while (!done && !signal.aborted && now - start < SLICE) {
      done = work.next().done === true;
      now = performance.now();
    }
    spent += now - start;
    if (done || signal.aborted) return spent;
    await yieldToPage();
    turns++;
  }
}
