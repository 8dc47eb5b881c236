/** What is checked of the sources without running them: of `npm run check` and `npm test` alike. */

/** A command and its arguments, with what holds where it ends well. */
export interface Check {
  readonly holds: string;
  readonly command: string;
  readonly args: readonly string[];
}

export const CHECKS: readonly Check[] = [
  { holds: 'the knowledge base', command: process.execPath, args: ['scripts/knowledge.ts', 'check'] },
  { holds: 'format and lint', command: 'biome', args: ['check', '.'] },
  { holds: 'types', command: 'tsc', args: [] },
  { holds: 'no dead code, no unused package', command: 'knip', args: [] },
];
