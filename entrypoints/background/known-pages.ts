/**
 * The pages that are being read. A frame says what text it holds and hears what is meant in it; the lexicon stays here, and
 * so does the work. What a page said is kept in memory alone, and not for longer than it is being read.
 */

import { KnownPage, type Settled } from '../../core/matching/known-page.ts';
import type { Matcher } from '../../core/matching/types.ts';
import type { PageText, Settlement } from '../../core/messages/schema.ts';

/** Milliseconds without a word from any page after which all is forgotten; a page that changes later says all again. */
const IDLE = 20_000;
/** Bytes kept of one page, and of all pages together; past the latter those that were quiet longest are forgotten. */
const MOST_OF_ONE = 150_000_000;
const MOST_OF_ALL = 250_000_000;
/** Milliseconds of settling after which other messages go first. */
const SLICE = 20;
/** Blocks and matches in one answer. */
const MOST_ANSWERED = 2000;

interface Kept {
  readonly name: string;
  readonly page: KnownPage;
  /** Messages heard. */
  heard: number;
}

export class KnownPages {
  readonly #open: () => Matcher;
  #matcher: Matcher | undefined;
  /** By frame, those heard last at the end. */
  readonly #kept = new Map<string, Kept>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `open` makes the matcher; it is called once, when the first page is read. */
  constructor(open: () => Matcher) {
    this.#open = open;
  }

  /** Takes in what a frame says and answers it; null where what it said before is not known here any more. */
  async hear(frame: string, { name, step, removed, added, order, settle }: PageText): Promise<Settlement | null> {
    const start = performance.now();
    this.#matcher ??= this.#open();
    const before = this.#kept.get(frame);
    const kept = step === 0 ? { name, page: new KnownPage(this.#matcher, MOST_OF_ONE), heard: 0 } : before;
    // A late word of a script that ended leaves alone what its successor said.
    if (kept?.name !== name) return null;
    this.#kept.delete(frame);
    if (kept.heard++ !== step) return null;
    this.#kept.set(frame, kept);
    const { page } = kept;
    for (const id of removed) page.remove(id);
    for (const [id, text] of added) page.add(id, text);
    if (order) page.order(order);
    this.#makeRoom(frame);
    this.#forgetInTime();
    const next = !settle ? 'text' : page.needsOrder ? 'order' : undefined;
    const took = performance.now() - start;
    if (next) return { settled: [], next, took };
    const { settled, isDone, ...more } = await someOf(page);
    return { settled, next: isDone ? 'text' : 'settle', took: took + more.took };
  }

  /** Forgets the frames of a tab, and the words that were kept for when they come again. */
  forget(tabId: number): void {
    for (const frame of this.#kept.keys()) if (frame.startsWith(`${tabId}:`)) this.#kept.delete(frame);
    this.#matcher?.rest();
  }

  #makeRoom(frame: string): void {
    let bytes = 0;
    for (const { page } of this.#kept.values()) bytes += page.bytes;
    for (const [other, { page }] of this.#kept) {
      if (bytes <= MOST_OF_ALL || other === frame) return;
      this.#kept.delete(other);
      bytes -= page.bytes;
    }
  }

  #forgetInTime(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#kept.clear();
      this.#matcher?.rest();
    }, IDLE);
  }
}

/** What was not told yet, up to what fits in one answer, and the milliseconds that it took. */
async function someOf(page: KnownPage): Promise<{ settled: readonly Settled[]; isDone: boolean; took: number }> {
  const settled: Settled[] = [];
  let size = 0;
  let took = 0;
  let since = performance.now();
  for (const one of page.settle()) {
    if (one) {
      settled.push(one);
      size += 1 + (one[1]?.length ?? 0);
    }
    const spent = performance.now() - since;
    if (size >= MOST_ANSWERED) return { settled, isDone: false, took: took + spent };
    if (spent < SLICE) continue;
    took += spent;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    since = performance.now();
  }
  return { settled, isDone: true, took: took + performance.now() - since };
}
