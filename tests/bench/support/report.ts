/** Tables, and their place in docs/performance.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { quantile } from './statistics.ts';

/** A Markdown table; numbers are written with as many digits as a reader can use. */
export function table(head: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...rows.map((row) => line(row.map(cell))),
  ].join('\n');
}

function cell(value: string | number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (typeof value === 'string') return value;
  const size = Math.abs(value);
  return size >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** `1.23 × `-like ratio against a budget, with a sign whether it is kept. */
export const against = (value: number, budget: number, atLeast = false): string =>
  `${cell(value)} (${atLeast ? '≥' : '≤'} ${budget}${(atLeast ? value >= budget : value <= budget) ? '' : ', **missed**'})`;

/** How restless the machine is: one and the same piece of work, timed again and again. */
export function machineNoise(): string {
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    let value = 1;
    for (let i = 0; i < 3_000_000; i++) value = Math.imul(value, 31) + i;
    return performance.now() - start + (value === 0 ? 1 : 0);
  }).slice(10);
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => quantile(times, share).toFixed(1));
  const load = loadavg()[0]?.toFixed(1);
  return `${cpus().length} cores, load ${load}; a fixed loop took ${middle} ms (${low}–${high} from the 10th to the 90th percentile)`;
}

/** Puts a benchmark's text between its markers in docs/performance.md. Throws where the markers are missing. */
export function writeSection(root: string, name: string, text: string): void {
  const path = join(root, 'docs/performance.md');
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const before = readFileSync(path, 'utf8');
  const [from, to] = [before.indexOf(open), before.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`No ${open} … ${close} in ${path}`);
  writeFileSync(path, `${before.slice(0, from + open.length)}\n${text}\n${before.slice(to)}`);
}
