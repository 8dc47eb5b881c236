import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reading } from '../../../core/matching/reading.ts';
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

/** What a page knows after it was told all that a reading has to say. */
class Page {
  readonly reading = new Reading(matcher, 1e9);
  readonly known = new Map<number, readonly Match[] | null>();
  readonly lines = new Map<number, string>();

  add(id: number, line: string): void {
    this.lines.set(id, line);
    this.reading.add(id, line);
  }

  remove(id: number): void {
    this.lines.delete(id);
    this.known.delete(id);
    this.reading.remove(id);
  }

  settle(order: readonly number[]): void {
    if (this.reading.needsOrder) this.reading.order(order);
    for (const one of this.reading.settle()) if (one) this.known.set(...one);
  }

  /** The terms of each line in the order of the page. */
  shown(order: readonly number[]): string[] {
    return order.map((id) => {
      const found = (this.known.get(id) ?? []).map(({ entry }) => knowledge.entries[entry]?.id);
      return `${this.lines.get(id)} ${found.join()}`;
    });
  }
}

describe('A reading', () => {
  it('tells each block once, and again only when it means something else', () => {
    const page = new Page();
    page.add(1, 'BFS came and went.');
    page.settle([1]);
    expect(page.shown([1])).toEqual(['BFS came and went. ']);
    page.add(2, 'Benign fasciculation syndrome (BFS) is harmless.');
    page.add(3, 'The weather was fine all day.');
    page.reading.order([2, 1, 3]);
    expect([...page.reading.settle()].flatMap((one) => (one ? one[0] : [])).sort()).toEqual([1, 2, 3]);
    expect([...page.reading.settle()].filter((one) => one)).toEqual([]);
  });

  it('says of a block that holds nothing for anyone that it can be forgotten', () => {
    const reading = new Reading(matcher, 1e9);
    reading.add(7, 'The weather was fine all day.');
    expect([...reading.settle()]).toEqual([[7, null]]);
    expect(reading.bytes).toBe(0);
  });

  it('keeps no more than it may: what comes then counts as holding nothing, until something goes', () => {
    const reading = new Reading(matcher, 3000);
    reading.add(1, 'A lack of magnesium in the blood.');
    reading.add(2, 'A lack of zinc as well.');
    reading.add(3, 'And of iron in the blood.');
    expect(reading.bytes).toBeGreaterThan(3000);
    expect([...reading.settle()].map((one) => one?.[1] !== null)).toEqual([false, true, true]);
    reading.remove(1);
    reading.remove(2);
    reading.add(4, 'And of iron in the blood.');
    expect([...reading.settle()].some((one) => one?.[0] === 4 && one[1] !== null)).toBe(true);
  });

  it('needs the order of blocks where one of them defines something, and only then', () => {
    const reading = new Reading(matcher, 1e9);
    reading.add(1, 'A lack of magnesium in the blood.');
    expect(reading.needsOrder).toBe(false);
    reading.add(2, 'Benign fasciculation syndrome (BFS) is harmless.');
    expect(reading.needsOrder).toBe(true);
    reading.order([1, 2]);
    expect(reading.needsOrder).toBe(false);
    reading.remove(2);
    reading.add(3, 'A lack of zinc as well.');
    expect(reading.needsOrder).toBe(false);
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
