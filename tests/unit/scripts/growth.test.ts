import { describe, expect, it } from 'vitest';
import { growthPerThousand } from '../../../scripts/lib/growth.ts';

describe('Growth', () => {
  const sampled = (heap: (step: number) => number) =>
    growthPerThousand([200, 400, 600, 800].map((step) => [step, { heap: heap(step) }]));

  it('is what a thousand steps add', () => {
    expect(sampled((step) => 5000 + step * 0.87)).toEqual({ heap: 870 });
  });

  it('is nothing where a figure stays', () => {
    expect(sampled(() => 5000)).toEqual({ heap: 0 });
  });

  it('does not take going to and fro for growth', () => {
    expect(sampled((step) => (step === 200 || step === 800 ? 1000 : 1100)).heap).toBeCloseTo(0);
  });
});
