import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Budget } from '../../../entrypoints/content-script/budget.ts';

const MINUTE = 60_000;

/** Readings of `time` milliseconds each, as far apart as the budget wants; returns when it was used up. */
function read(budget: Budget, time: number, until: number): number | undefined {
  while (performance.now() < until) {
    vi.advanceTimersByTime(time);
    if (!budget.spend(time)) return performance.now();
    vi.advanceTimersByTime(budget.rest);
  }
  return undefined;
}

describe('A page’s budget', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('lets small readings go on for ever, at 4 % of the time', () => {
    for (const time of [1, 10, 100, 160]) {
      const budget = new Budget();
      expect(read(budget, time, performance.now() + 60 * MINUTE)).toBeUndefined();
      expect(budget.rest).toBe(25 * time);
    }
  });

  it.each([600, 1000, 2000, 4000, 16_000, 50_000])('is used up by readings of %i ms without end', (time) => {
    const start = performance.now();
    const end = read(new Budget(), time, start + 10 * MINUTE) ?? Number.POSITIVE_INFINITY;
    expect(end - start).toBeLessThan(6 * MINUTE);
  });

  it('is not used up by a page that comes in three large pieces, however large', () => {
    const budget = new Budget();
    for (let i = 0; i < 3; i++) {
      expect(budget.spend(30_000)).toBe(true);
      vi.advanceTimersByTime(budget.rest);
    }
  });

  it('is whole again after a pause, which is a minute at least', () => {
    const budget = new Budget();
    read(budget, 3000, performance.now() + 10 * MINUTE);
    expect(budget.pause()).toBeGreaterThanOrEqual(MINUTE);
    expect(budget.spend(30_000)).toBe(true);
    expect(budget.spend(30_000)).toBe(true);
  });

  it('ends a reading that is in vain when it owes all that one may', () => {
    const budget = new Budget();
    expect(budget.allows(1000)).toBe(true);
    expect(budget.allows(10_000)).toBe(false);
  });
});
