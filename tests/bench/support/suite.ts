/** All benchmarks there are, found by their place, and what becomes of their figures. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench, Benchmark } from './benchmark.ts';
import { machineNoise, writeSection } from './report.ts';

/** The benchmarks of the project at `root`, sorted by their paths. */
export function findBenchmarks(root: string): Promise<Benchmark[]> {
  const paths = globSync('tests/bench/**/*.bench.ts', { cwd: root }).sort();
  return Promise.all(
    paths.map(async (path) => {
      const module: { default: Benchmark } = await import(pathToFileURL(join(root, path)).href);
      return module.default;
    }),
  );
}

/** Measures, prints the section and, but for a quick look, puts it into docs/performance.md. */
export async function measure(benchmark: Benchmark, bench: Bench): Promise<void> {
  const noise = machineNoise();
  const text = await benchmark.run(bench);
  const when = new Date().toISOString().slice(0, 10);
  const section = `${text}\n\n*${when}, \`npm run bench -- ${benchmark.name}\`; ${noise}.*`;
  bench.log(`\n${section}`);
  if (!bench.quick) writeSection(bench.root, benchmark.name, section);
}
