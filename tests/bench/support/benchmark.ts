/** What a benchmark is: one file `tests/bench/<room>/<name>.bench.ts` whose default export is one of these. */

export interface Benchmark {
  /** Names its section in docs/performance.md and is what `npm run bench -- <name>` takes. */
  readonly name: string;
  /** Whether it needs the built extension. */
  readonly needsBuild: boolean;
  /** Measures, and answers what the section says: Markdown, tables first. */
  run(bench: Bench): Promise<string>;
}

export interface Bench {
  /** Root of the project. */
  readonly root: string;
  /** A look instead of a measurement: few pages, few rounds; nothing is written. */
  readonly quick: boolean;
  /** Tells what is going on. */
  log(line: string): void;
}

/** `full` in a measurement, `few` in a quick look. */
export const pick = <T>({ quick }: Bench, full: T, few: T): T => (quick ? few : full);
