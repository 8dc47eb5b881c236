import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createMatcher } from '../../../core/matching/matcher.ts';
import type { PageText } from '../../../core/messages/schema.ts';
import { KnownPages } from '../../../entrypoints/background/known-pages.ts';
import takeLexicon from '../support/lexicon.ts';

const FRAME = '7:0';
const text = (step: number, more: Partial<PageText> = {}): PageText => {
  return { type: 'read', version: 'v', name: 'page', step, removed: [], added: [], settle: true, ...more };
};
const DEFINITION = 'Amyotrophic lateral sclerosis (ALS) is rare.';

let knownPages: KnownPages;
beforeEach(() => {
  knownPages = new KnownPages(() => createMatcher(takeLexicon()));
});
/** An answer without the time that it took. */
const hear = async (frame: string, message: PageText) => {
  const answer = await knownPages.hear(frame, message);
  return answer && { settled: answer.settled, next: answer.next };
};

describe('A page that is read', () => {
  it('hears what its text means, and then what changed', async () => {
    const first = await hear(FRAME, text(0, { added: [[1, 'zinc']] }));
    expect(first).toEqual({ settled: [[1, [{ start: 0, end: 4, entry: 2 }]]], next: 'text' });
    const next = await hear(FRAME, text(1, { removed: [1], added: [[2, 'more magnesium']] }));
    expect(next).toEqual({ settled: [[2, [{ start: 5, end: 14, entry: 1 }]]], next: 'text' });
  });

  it('is asked for the order of its blocks where it defines something', async () => {
    const added: [number, string][] = [
      [1, 'It was ALS.'],
      [2, DEFINITION],
    ];
    expect(await hear(FRAME, text(0, { added }))).toEqual({ settled: [], next: 'order' });
    const answer = await hear(FRAME, text(1, { order: [2, 1] }));
    expect(answer?.settled.map(([id, matches]) => [id, matches?.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('hears no answer before all is said, and a long one in parts', async () => {
    const many = Array.from({ length: 2500 }, (_, id): [number, string] => [id, 'zinc']);
    const waiting = await hear(FRAME, text(0, { added: many.slice(0, 2000), settle: false }));
    expect(waiting).toEqual({ settled: [], next: 'text' });
    const first = await hear(FRAME, text(1, { added: many.slice(2000) }));
    expect([first?.settled.length, first?.next]).toEqual([1000, 'settle']);
    const rest = await hear(FRAME, text(2));
    expect([rest?.settled.length, rest?.next]).toEqual([1000, 'settle']);
    const last = await hear(FRAME, text(3));
    expect([last?.settled.length, last?.next]).toEqual([500, 'text']);
  });
});

describe('What was said before', () => {
  const say = () => hear(FRAME, text(0, { added: [[1, 'zinc']] }));

  it.for<[string, string, Partial<PageText>]>([
    ['under another name', FRAME, { name: 'another' }],
    ['in another frame', '7:1', {}],
  ])('is not known %s, and stays as it is', async ([, frame, more]) => {
    await say();
    expect(await hear(frame, text(1, more))).toBeNull();
    expect(await hear(FRAME, text(1))).not.toBeNull();
  });

  it.each([0, 2])('does not go with what comes out of turn, as step %i + 1: it has to begin anew', async (step) => {
    await say();
    await hear(FRAME, text(1));
    expect(await hear(FRAME, text(step + 1))).toBeNull();
    expect(await hear(FRAME, text(2))).toBeNull();
  });

  it('is forgotten when the tab is closed', async () => {
    await say();
    knownPages.forget(70);
    expect(await hear(FRAME, text(1))).not.toBeNull();
    knownPages.forget(7);
    expect(await hear(FRAME, text(2))).toBeNull();
  });

  it('is forgotten when no page said anything for a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    await say();
    vi.advanceTimersByTime(19_000);
    expect(await hear(FRAME, text(1))).not.toBeNull();
    vi.advanceTimersByTime(21_000);
    expect(await hear(FRAME, text(2))).toBeNull();
  });

  it('is forgotten where all pages say too much, the longest quiet first', async () => {
    const long = `zinc ${'x'.repeat(11_000_000)}`;
    for (const frame of ['1:0', '2:0']) await hear(frame, text(0, { added: [[1, long]] }));
    await hear('1:0', text(1));
    await hear('3:0', text(0, { added: [[1, long]] }));
    expect(await hear('2:0', text(1))).toBeNull();
    expect(await hear('1:0', text(2))).not.toBeNull();
    expect(await hear('3:0', text(1))).not.toBeNull();
  });
});
