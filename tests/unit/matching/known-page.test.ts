import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownPage } from '../../../core/matching/known-page.ts';
import type { Match } from '../../../core/matching/types.ts';
import { knowledge, matcher } from './support.ts';

const LINES = [
  'A lack of magnesium in the blood.',
  'The weather was fine all day.',
  'Benign fasciculation syndrome (BFS) is harmless.',
  'BFS came and went.',
  'British Film Society (BFS) showed it twice.',
  'MS may mean many things.',
  'Multiple sclerosis (MS) harms the cover of nerves.',
  'She took iron for anaemia.',
  'The iron gate was shut.',
];

/** What a page knows after it was told all that there is to say. */
class Page {
  readonly kept = new KnownPage(matcher, 1e9);
  readonly known = new Map<number, readonly Match[] | null>();
  readonly lines = new Map<number, string>();

  add(id: number, line: string): void {
    this.lines.set(id, line);
    this.kept.add(id, line);
  }

  remove(id: number): void {
    this.lines.delete(id);
    this.known.delete(id);
    this.kept.remove(id);
  }

  settle(order: readonly number[]): void {
    if (this.kept.needsOrder) this.kept.order(order);
    for (const one of this.kept.settle()) if (one) this.known.set(...one);
  }

  /** The terms of each line in the order of the page. */
  shown(order: readonly number[]): string[] {
    return order.map((id) => {
      const found = (this.known.get(id) ?? []).map(({ entry }) => knowledge.entries[entry]?.id);
      return `${this.lines.get(id)} ${found.join()}`;
    });
  }
}

describe('A known page', () => {
  it('tells each block once, and again only when it means something else', () => {
    const page = new Page();
    page.add(1, 'BFS came and went.');
    page.settle([1]);
    expect(page.shown([1])).toEqual(['BFS came and went. ']);
    page.add(2, 'Benign fasciculation syndrome (BFS) is harmless.');
    page.add(3, 'The weather was fine all day.');
    page.kept.order([2, 1, 3]);
    expect([...page.kept.settle()].flatMap((one) => (one ? one[0] : [])).sort()).toEqual([1, 2, 3]);
    expect([...page.kept.settle()].filter((one) => one)).toEqual([]);
  });

  it('is silent about a block that still means the same, whatever else the page says by now', () => {
    const kept = new KnownPage(matcher, 1e9);
    kept.add(1, 'MS may mean many things.');
    expect([...kept.settle()]).toEqual([[1, []]]);
    kept.add(2, 'A lack of magnesium in the blood.');
    expect([...kept.settle()].flatMap((one) => (one ? one[0] : []))).toEqual([2]);
  });

  it('says of a block that holds nothing for anyone that it can be forgotten', () => {
    const kept = new KnownPage(matcher, 1e9);
    kept.add(7, 'The weather was fine all day.');
    expect([...kept.settle()]).toEqual([[7, null]]);
    expect(kept.bytes).toBe(0);
  });

  it('keeps no more than it may: what comes then counts as holding nothing, until something goes', () => {
    const kept = new KnownPage(matcher, 3000);
    kept.add(1, 'A lack of magnesium in the blood.');
    kept.add(2, 'A lack of zinc as well.');
    kept.add(3, 'And of iron in the blood.');
    expect(kept.bytes).toBeGreaterThan(3000);
    expect([...kept.settle()].map((one) => one?.[1] !== null)).toEqual([false, true, true]);
    kept.remove(1);
    kept.remove(2);
    kept.add(4, 'And of iron in the blood.');
    expect([...kept.settle()].some((one) => one?.[0] === 4 && one[1] !== null)).toBe(true);
  });

  it('needs the order of blocks where one of them defines something, and only then', () => {
    const kept = new KnownPage(matcher, 1e9);
    kept.add(1, 'A lack of magnesium in the blood.');
    expect(kept.needsOrder).toBe(false);
    kept.add(2, 'Benign fasciculation syndrome (BFS) is harmless.');
    expect(kept.needsOrder).toBe(true);
    kept.order([1, 2]);
    expect(kept.needsOrder).toBe(false);
    kept.remove(2);
    kept.add(3, 'A lack of zinc as well.');
    expect(kept.needsOrder).toBe(false);
  });

  it('says in the end what a fresh one says, however blocks come and go', () => {
    const step = fc.record({ add: fc.boolean(), line: fc.constantFrom(...LINES), at: fc.nat(), settle: fc.boolean() });
    const property = fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const page = new Page();
      const order: number[] = [];
      steps.forEach(({ add, line, at, settle }, id) => {
        if (add || order.length === 0) {
          order.splice(at % (order.length + 1), 0, id);
          page.add(id, line);
        } else page.remove(order.splice(at % order.length, 1)[0] as number);
        if (settle) page.settle(order);
      });
      page.settle(order);
      const fresh = new Page();
      for (const id of order) fresh.add(id, page.lines.get(id) as string);
      fresh.settle(order);
      expect(page.shown(order)).toEqual(fresh.shown(order));
    });
    fc.assert(property, { numRuns: 500 });
  });
});
