/**
 * The pages that are being read. A frame says what text it holds and hears what is meant in it; the lexicon stays here, and
 * so does the work. What a page said is kept in memory alone, and not for longer than it is being read.
 */

import { Reading, type Settled } from '../../core/matching/reading.ts';
import type { Matcher } from '../../core/matching/types.ts';
import type { PageText, Settlement } from '../../core/messages/schema.ts';

/** Milliseconds without a word from any page after which all is forgotten; a page that changes later says all again. */
const IDLE = 20_000;
/** UTF-16 code units of all pages together; past it those that were quiet longest are forgotten. */
const MOST_TEXT = 24_000_000;
/** Milliseconds of settling after which other messages go first. */
const SLICE = 20;
/** Blocks in one answer. */
const MOST_ANSWERED = 2000;

interface Kept {
  readonly name: string;
  readonly reading: Reading;
  /** Messages heard. */
  heard: number;
}

export class Readings {
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
    this.#matcher ??= this.#open();
    const before = this.#kept.get(frame);
    const kept = step === 0 ? { name, reading: new Reading(this.#matcher), heard: 0 } : before;
    this.#kept.delete(frame);
    if (!kept || kept.name !== name || kept.heard !== step) return null;
    kept.heard++;
    this.#kept.set(frame, kept);
    const { reading } = kept;
    for (const id of removed) reading.remove(id);
    for (const [id, text] of added) reading.add(id, text);
    if (order) reading.order(order);
    this.#makeRoom(frame);
    this.#forgetInTime();
    if (!settle) return { settled: [], next: 'text' };
    if (reading.needsOrder) return { settled: [], next: 'order' };
    const { settled, isDone } = await someOf(reading);
    return { settled, next: isDone ? 'text' : 'settle' };
  }

  /** Forgets the frames of a tab. */
  forget(tabId: number): void {
    for (const frame of this.#kept.keys()) if (frame.startsWith(`${tabId}:`)) this.#kept.delete(frame);
  }

  #makeRoom(frame: string): void {
    let characters = 0;
    for (const { reading } of this.#kept.values()) characters += reading.characters;
    for (const [other, { reading }] of this.#kept) {
      if (characters <= MOST_TEXT || other === frame) return;
      this.#kept.delete(other);
      characters -= reading.characters;
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

/** What was not told yet, up to what fits in one answer. */
async function someOf(reading: Reading): Promise<{ settled: readonly Settled[]; isDone: boolean }> {
  const settled: Settled[] = [];
  let since = performance.now();
  for (const one of reading.settle()) {
    if (one) settled.push(one);
    if (settled.length >= MOST_ANSWERED) return { settled, isDone: false };
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    since = performance.now();
  }
  return { settled, isDone: true };
}
