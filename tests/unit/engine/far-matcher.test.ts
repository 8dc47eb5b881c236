import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../core/matching/matcher.ts';
import type { Match } from '../../../core/matching/types.ts';
import { FromContentScript, type PageText } from '../../../core/messages/schema.ts';
import { KnownPages } from '../../../entrypoints/background/known-pages.ts';
import { FarMatcher } from '../../../entrypoints/content-script/far-matcher.ts';
import takeLexicon from '../support/lexicon.ts';

const matcher = createMatcher(takeLexicon());
const LINES = ['zinc', 'It was ALS.', 'Amyotrophic lateral sclerosis (ALS) is rare.', 'A low sun (ALS) is zinc.', 'no'];

/** A message as the background reads it. */
const asHeard = (message: PageText) => v.parse(FromContentScript, JSON.parse(JSON.stringify(message))) as PageText;

/** A page of lines, and a background that may be ended after any message. */
class Page {
  readonly said: PageText[] = [];
  readonly order: number[] = [];
  readonly known = new Map<number, readonly Match[]>();
  readonly far: FarMatcher;
  readonly life = new AbortController();
  #knownPages = new KnownPages(() => matcher);

  /** `dies` says whether the background is ended at the next message: before it hears it, after, or not at all. */
  constructor(dies: () => 'before' | 'after' | 'no' = () => 'no') {
    const ask = async (message: PageText) => {
      this.said.push(message);
      const death = dies();
      if (death === 'before') this.#knownPages = new KnownPages(() => matcher);
      const answer = await this.#knownPages.hear('7:0', asHeard(message));
      if (death !== 'after') return structuredClone(answer);
      this.#knownPages = new KnownPages(() => matcher);
      return undefined;
    };
    this.far = new FarMatcher('v', ask, this.life.signal);
  }

  settle(): Promise<boolean> {
    return this.far.settle(
      async () => this.order,
      async (settled) => {
        for (const [id, matches] of settled) this.known.set(id, matches ?? []);
      },
    );
  }

  shown(): string[] {
    return this.order.map((id) => JSON.stringify(this.known.get(id) ?? []));
  }
}

describe('The matcher’s end in a page', () => {
  it('says nothing where nothing is new', async () => {
    const page = new Page();
    page.order.push(page.far.add('zinc'));
    expect(await page.settle()).toBe(true);
    expect(await page.settle()).toBe(true);
    page.far.remove(page.far.add('gone before it was said'));
    expect(await page.settle()).toBe(true);
    expect(page.said.length).toBe(1);
  });

  it('says of a block that holds nothing neither that it stays nor that it goes', async () => {
    const page = new Page();
    const id = page.far.add('no');
    await page.settle();
    page.far.remove(id);
    await page.settle();
    expect(page.said.length).toBe(1);
    expect(page.far.characters).toBe(0);
  });

  it('parts what is too long for one message', async () => {
    const page = new Page();
    for (let i = 0; i < 100; i++) page.order.push(page.far.add(`zinc ${'x'.repeat(5000)}`));
    expect(await page.settle()).toBe(true);
    expect(page.said.length).toBeGreaterThan(5);
    for (const { added } of page.said)
      expect(added.reduce((sum, [, { length }]) => sum + length, 0)).toBeLessThan(70_000);
    expect(page.shown().every((matches) => matches.includes('"entry":2'))).toBe(true);
  });

  it('parts what is many small blocks', async () => {
    const page = new Page();
    for (let i = 0; i < 12_000; i++) page.order.push(page.far.add('zinc'));
    expect(await page.settle()).toBe(true);
    for (const id of [...page.order]) page.far.remove(id);
    page.order.splice(0);
    expect(await page.settle()).toBe(true);
    expect(page.known.size).toBe(12_000);
  });

  it('says nothing more once it ended, and lets its successor speak', async () => {
    let answered = 0;
    const page: Page = new Page(() => {
      if (++answered === 3) page.life.abort();
      return 'no';
    });
    for (let i = 0; i < 100; i++) page.order.push(page.far.add(`zinc ${'x'.repeat(5000)}`));
    expect(await page.settle()).toBe(false);
    expect(page.said.length).toBe(3);
  });

  it('gives up where nobody answers, and says all when somebody does again', async () => {
    let isGone = true;
    const page = new Page(() => (isGone ? 'after' : 'no'));
    page.order.push(page.far.add('zinc'));
    expect(await page.settle()).toBe(false);
    isGone = false;
    expect(await page.settle()).toBe(true);
    expect(page.shown()).toEqual(['[{"start":0,"end":4,"entry":2}]']);
  });

  it('ends with what an undisturbed one says, whenever the background is ended', async () => {
    const step = fc.record({ add: fc.boolean(), line: fc.constantFrom(...LINES), at: fc.nat(), settle: fc.boolean() });
    const deaths = fc.infiniteStream(
      fc.constantFrom('before' as const, 'after' as const, 'no' as const, 'no' as const),
    );
    const property = fc.asyncProperty(fc.array(step, { maxLength: 15 }), deaths, async (steps, dies) => {
      let isCalm = false;
      const page = new Page(() => (isCalm ? 'no' : dies.next().value));
      const lines = new Map<number, string>();
      for (const { add, line, at, settle } of steps) {
        if (add || page.order.length === 0) {
          const id = page.far.add(line);
          lines.set(id, line);
          page.order.splice(at % (page.order.length + 1), 0, id);
        } else page.far.remove(page.order.splice(at % page.order.length, 1)[0] as number);
        if (settle) await page.settle();
      }
      isCalm = true;
      expect(await page.settle()).toBe(true);
      const calm = new Page();
      for (const id of page.order) calm.order.push(calm.far.add(lines.get(id) as string));
      await calm.settle();
      expect(page.shown()).toEqual(calm.shown());
    });
    await fc.assert(property, { numRuns: 150 });
  });
});
