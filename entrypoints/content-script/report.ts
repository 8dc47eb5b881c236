/** What this frame mentions, told to the background whenever it changes; the badge and the popup show it. */

import type { Container } from './blocks.ts';
import { listen } from './dom.ts';
import type { PageIndex } from './page-index.ts';
import { send } from './send.ts';
import { inSlices } from './slices.ts';

/** Milliseconds between two counts: nobody reads a badge faster. */
const SELDOM = 800;
/** Matches between two chances for the page to go first. */
const STEP = 200;

export class Reporter {
  readonly #version: string;
  readonly #index: PageIndex;
  readonly #counts: (container: Container, entry: number) => boolean;
  readonly #countsVersion: () => string;
  readonly #counted: () => void;
  readonly #signal: AbortSignal;
  #last = '[[],false]';
  #countedFor = '';
  #isCounting = false;
  #terms: [entry: number, count: number][] = [];
  #parts: ReadonlySet<number> = new Set();
  #isPaused = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * `counts` says whether a mention is told: not of a hidden entry, not in hidden text; `countsVersion` differs whenever
   * it may answer differently. `counted` is called after each count.
   */
  constructor(
    version: string,
    index: PageIndex,
    counts: (container: Container, entry: number) => boolean,
    countsVersion: () => string,
    counted: () => void,
    signal: AbortSignal,
  ) {
    this.#version = version;
    this.#index = index;
    this.#counts = counts;
    this.#countsVersion = countsVersion;
    this.#counted = counted;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    // Nobody else tells of a frame that is taken away or shows another page.
    listen<PageTransitionEvent>(window, 'pagehide', ({ isTrusted }) => isTrusted && this.#say([], false), signal);
  }

  /** Indexes of the entries that this frame mentions, those of parts of a mark included. */
  get entries(): number[] {
    return [...new Set([...this.#terms.map(([entry]) => entry), ...this.#parts])];
  }

  /** Counts anew, at once if it was long ago, and tells the background if anything is different. */
  request(): void {
    if (this.#timer !== undefined || this.#signal.aborted) return;
    void this.#report();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isCounting) this.request();
      else void this.#report();
    }, SELDOM);
  }

  pause(paused: boolean): void {
    this.#isPaused = paused;
    this.request();
  }

  /** Tells it again although nothing changed. */
  reportAgain(): void {
    this.#send();
  }

  async #report(): Promise<void> {
    const version = `${this.#index.settledVersion} ${this.#countsVersion()} ${this.#isPaused}`;
    if (version === this.#countedFor || this.#isCounting) return;
    this.#countedFor = version;
    this.#isCounting = true;
    await inSlices(this.#count(), this.#signal);
    this.#isCounting = false;
    if (this.#signal.aborted) return;
    this.#counted();
    const text = JSON.stringify([this.#terms, this.#isPaused]);
    if (text === this.#last) return;
    this.#last = text;
    this.#send();
  }

  *#count(): Generator<void> {
    const counts = new Map<number, number>();
    const inParts = new Set<number>();
    let count = 0;
    for (const container of this.#index.containers()) {
      for (const { match } of this.#index.settledIn(container) ?? []) {
        if (++count % STEP === 0) yield;
        if (!this.#counts(container, match.entry)) continue;
        counts.set(match.entry, (counts.get(match.entry) ?? 0) + 1);
        for (const { entry } of match.parts ?? []) inParts.add(entry);
      }
    }
    this.#terms = [...counts];
    this.#parts = inParts;
  }

  #send(): void {
    this.#say(this.#terms, this.#isPaused);
  }

  #say(terms: readonly (readonly [entry: number, count: number])[], paused: boolean): void {
    void send({ type: 'report', version: this.#version, terms, paused });
  }
}
