/** The background is told the order in which a reader meets the blocks of a page: definitions count from there on. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileLexicon } from '../../../core/matching/compile.ts';
import { createMatcher } from '../../../core/matching/matcher.ts';
import type { PageText } from '../../../core/messages/schema.ts';
import { FarMatcher } from '../../../entrypoints/content-script/far-matcher.ts';
import { PageIndex } from '../../../entrypoints/content-script/page-index.ts';
import { Roots } from '../../../entrypoints/content-script/roots.ts';
import { scanTree } from '../../../entrypoints/content-script/scan.ts';
import { pageIndex } from '../support/page-index.ts';

const form = (text: string, more: object = {}) => ({ text, case: 'any' as const, inflect: 'noun' as const, ...more });
const entries = [
  { id: 'als', forms: [form('amyotrophic lateral sclerosis'), form('ALS', { case: 'exact' })] },
  { id: 'zinc', forms: [form('zinc')] },
];
const none = { health: { strong: [], weak: [] }, other: [] };
const matcher = createMatcher(
  compileLexicon({ entries, vocabularies: none } as unknown as Parameters<typeof compileLexicon>[0]).payload,
);
Reflect.set(globalThis, 'chrome', {});

interface Tree {
  readonly kind: 'text' | 'inline' | 'block' | 'section' | 'host';
  readonly children: readonly Tree[];
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constant<Tree>({ kind: 'text', children: [] }),
    fc.record<Tree>({
      kind: fc.constantFrom('inline', 'block', 'section', 'host'),
      children: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
}));

/** Puts a tree into `parent`; adds its texts to `texts` as a reader meets them, a root's where its host is. */
function grow({ kind, children }: Tree, parent: Node, texts: Text[]): void {
  if (kind === 'text') {
    texts.push(parent.appendChild(document.createTextNode(` zinc ${texts.length} `)));
    return;
  }
  const element = document.createElement(kind === 'inline' ? 'b' : kind === 'section' ? 'section' : 'div');
  parent.appendChild(element);
  const inside = kind === 'host' ? element.attachShadow({ mode: 'open' }) : element;
  for (const child of children) grow(child, inside, texts);
  // What a host holds beside its root comes after it.
  if (kind === 'host') grow({ kind: 'text', children: [] }, element, texts);
}

function scanAll(index: PageIndex, signal: AbortSignal): void {
  const trees: Node[] = [document];
  const roots = new Roots((root) => trees.push(root), signal);
  for (const one of trees) {
    const steps = scanTree(one, matcher.mayMatch, index, (element) => roots.probe(element));
    while (!steps.next().done);
  }
}

test('whatever they stand in', async () => {
  const property = fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), async (trees) => {
    const texts: Text[] = [];
    document.body.replaceChildren();
    for (const one of trees) grow(one, document.body, texts);
    let order: readonly number[] = [];
    const said: number[] = [];
    const ask = async (message: PageText) => {
      for (const [id] of message.added) said.push(id);
      if (message.order) ({ order } = message);
      return { settled: [], next: message.settle && !message.order ? 'order' : 'text', took: 0 };
    };
    const life = new AbortController();
    const listener = { found() {}, lost() {} };
    const index = new PageIndex(
      new FarMatcher('v', ask, life.signal),
      matcher.mayMatch,
      () => true,
      listener,
      life.signal,
    );
    scanAll(index, life.signal);
    // Numbers are given as blocks are read, container by container.
    const blocks = [...index.containers()].flatMap((container) => index.blocksIn(container));
    await index.settle();
    life.abort();
    const places = new Map(said.map((id, i) => [id, texts.indexOf(blocks[i]?.nodes[0] as Text)]));
    expect(order.map((id) => places.get(id))).toEqual([...places.values()].sort((a, b) => a - b));
  });
  await fc.assert(property, { numRuns: 500 });
}, 120_000);

test('a definition before it counts, also where a shadow root stands between', async () => {
  const life = new AbortController();
  document.body.innerHTML = '<div id="page"><div id="host"></div><p>A low sun (ALS) is zinc.</p>Here ALS again.</div>';
  document.getElementById('host')?.attachShadow({ mode: 'open' }).append('zinc');
  const index = pageIndex(matcher, () => true, life.signal);
  scanAll(index, life.signal);
  await index.settle();
  expect(index.settledIn(document.getElementById('page') as Element)).toEqual([]);
  life.abort();
});
