import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMatcher } from '../../../core/matching/matcher.ts';
import type { PageText } from '../../../core/messages/schema.ts';
import { Readings } from '../../../entrypoints/background/readings.ts';
import takeLexicon from '../support/lexicon.ts';

const FRAME = '7:0';
const text = (step: number, more: Partial<PageText> = {}): PageText => {
  return { type: 'read', version: 'v', name: 'page', step, removed: [], added: [], settle: true, ...more };
};
const DEFINITION = 'Amyotrophic lateral sclerosis (ALS) is rare.';

let readings: Readings;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  readings = new Readings(() => createMatcher(takeLexicon()));
});
afterEach(() => vi.useRealTimers());

describe('A page that is read', () => {
  it('hears what its text means, and then what changed', async () => {
    const first = await readings.hear(FRAME, text(0, { added: [[1, 'zinc']] }));
    expect(first).toEqual({ settled: [[1, [{ start: 0, end: 4, entry: 2 }]]], next: 'text' });
    const next = await readings.hear(FRAME, text(1, { removed: [1], added: [[2, 'more magnesium']] }));
    expect(next).toEqual({ settled: [[2, [{ start: 5, end: 14, entry: 1 }]]], next: 'text' });
  });

  it('is asked for the order of its blocks where it defines something', async () => {
    const added: [number, string][] = [
      [1, 'It was ALS.'],
      [2, DEFINITION],
    ];
    expect(await readings.hear(FRAME, text(0, { added }))).toEqual({ settled: [], next: 'order' });
    const answer = await readings.hear(FRAME, text(1, { order: [2, 1] }));
    expect(answer?.settled.map(([id, matches]) => [id, matches?.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('hears no answer before all is said, and a long one in parts', async () => {
    const many = Array.from({ length: 2500 }, (_, id): [number, string] => [id, 'zinc']);
    const waiting = await readings.hear(FRAME, text(0, { added: many.slice(0, 2000), settle: false }));
    expect(waiting).toEqual({ settled: [], next: 'text' });
    const first = await readings.hear(FRAME, text(1, { added: many.slice(2000) }));
    expect([first?.settled.length, first?.next]).toEqual([2000, 'settle']);
    const rest = await readings.hear(FRAME, text(2));
    expect([rest?.settled.length, rest?.next]).toEqual([500, 'text']);
  });
});

describe('What was said before', () => {
  const say = () => readings.hear(FRAME, text(0, { added: [[1, 'zinc']] }));

  it.for<[string, string, Partial<PageText>, number]>([
    ['under another name', FRAME, { name: 'another' }, 1],
    ['in another frame', '7:1', {}, 1],
    ['out of turn', FRAME, {}, 2],
    ['twice', FRAME, { step: 1 }, 1],
  ])('is not known %s', async ([how, frame, more, step]) => {
    await say();
    if (how === 'twice') await readings.hear(frame, text(step, more));
    expect(await readings.hear(frame, text(step, more))).toBeNull();
    // Nothing of it is left: it has to begin anew.
    expect(await readings.hear(frame, text(1))).toBeNull();
  });

  it('is forgotten when the tab is closed', async () => {
    await say();
    readings.forget(70);
    expect(await readings.hear(FRAME, text(1))).not.toBeNull();
    readings.forget(7);
    expect(await readings.hear(FRAME, text(2))).toBeNull();
  });

  it('is forgotten when no page said anything for a while', async () => {
    await say();
    vi.advanceTimersByTime(19_000);
    expect(await readings.hear(FRAME, text(1))).not.toBeNull();
    vi.advanceTimersByTime(21_000);
    expect(await readings.hear(FRAME, text(2))).toBeNull();
  });

  it('is forgotten where all pages say too much, the longest quiet first', async () => {
    const long = `zinc ${'x'.repeat(9_000_000)}`;
    await readings.hear('1:0', text(0, { added: [[1, long]] }));
    await readings.hear('2:0', text(0, { added: [[1, long]] }));
    await readings.hear('1:0', text(1));
    await readings.hear('3:0', text(0, { added: [[1, long]] }));
    expect(await readings.hear('2:0', text(1))).toBeNull();
    expect(await readings.hear('1:0', text(2))).not.toBeNull();
    expect(await readings.hear('3:0', text(1))).not.toBeNull();
  });
});
