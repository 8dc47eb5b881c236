/** Figures of repeated measurements: medians, since a shared machine only ever adds to a time. */

/** The value below which `share` of `values` lie; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at % 1);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Geometric mean: of ratios, the one that does not care which way they were taken. */
export const geometricMean = (values: readonly number[]): number =>
  Math.exp(sum(values.map((value) => Math.log(value))) / values.length);

/**
 * Measures each candidate once a round, beginning with another one each time, so that whatever else the machine does
 * meets all of them alike. A candidate whose answer is undefined is left out from then on.
 */
export async function interleave<C, R>(
  candidates: readonly C[],
  rounds: number,
  measure: (candidate: C, round: number) => Promise<R | undefined>,
): Promise<Map<C, R[]>> {
  const results = new Map(candidates.map((candidate): [C, R[]] => [candidate, []]));
  const out = new Set<C>();
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[(i + round) % candidates.length] as C;
      if (out.has(candidate)) continue;
      const result = await measure(candidate, round);
      if (result === undefined) out.add(candidate);
      else results.get(candidate)?.push(result);
    }
  }
  return results;
}
