/** The index of this document, read once or kept up with what changes in it: everything of the engine but its paint. */
import { compileLexicon } from '../../../core/matching/compile.ts';
import { createMatcher } from '../../../core/matching/matcher.ts';
import type { Matcher } from '../../../core/matching/types.ts';
import type { Container } from '../../../entrypoints/content-script/blocks.ts';
import { Changes } from '../../../entrypoints/content-script/changes.ts';
import type { PageIndex } from '../../../entrypoints/content-script/page-index.ts';
import { Roots } from '../../../entrypoints/content-script/roots.ts';
import { scanTree } from '../../../entrypoints/content-script/scan.ts';
import { pageIndex } from './page-index.ts';

/** A matcher of these entries, without vocabularies. */
export function matcherOf(entries: readonly { readonly id: string; readonly forms: readonly object[] }[]): Matcher {
  const vocabularies = { health: { strong: [], weak: [] }, other: [] };
  return createMatcher(
    compileLexicon({ entries, vocabularies } as unknown as Parameters<typeof compileLexicon>[0]).payload,
  );
}

/** Of zinc alone. */
export const zincMatcher = (): Matcher =>
  matcherOf([{ id: 'zinc', forms: [{ text: 'zinc', case: 'any', inflect: 'noun' }] }]);

/** Reads the document and follows it until `signal` aborts; `accepts` says of a container whether its text is to be read. */
export function followedPage(
  matcher: Matcher,
  signal: AbortSignal,
  accepts: (container: Container) => boolean = () => true,
): PageIndex {
  Reflect.set(globalThis, 'chrome', {});
  const index = pageIndex(matcher, accepts, signal);
  const listener = { paused() {}, settle: () => [].values(), settled() {}, writtenAnew() {} };
  const roots = new Roots((root) => changes.add(root), signal);
  const changes: Changes = new Changes(matcher.mayMatch, index, listener, roots, signal);
  changes.add(document);
  return index;
}

/** What one look at the document finds. */
export async function scannedPage(
  matcher: Matcher,
  signal: AbortSignal,
  accepts: (container: Container) => boolean = () => true,
): Promise<PageIndex> {
  const index = pageIndex(matcher, accepts, signal);
  const trees: Node[] = [document];
  const roots = new Roots((root) => trees.push(root), signal);
  for (const tree of trees) {
    const steps = scanTree(tree, matcher.mayMatch, index, (element) => roots.probe(element));
    while (!steps.next().done);
  }
  await index.settle();
  return index;
}
