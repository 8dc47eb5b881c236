/** What this frame mentions, told to the background whenever it changes; the badge and the popup show it. */
import type { Container } from './blocks.ts';
import type { PageIndex } from './page-index.ts';

/** Milliseconds between two counts: nobody reads a badge faster. */
const SELDOM = 800;

export class Reporter {
  readonly #version: string;
  readonly #index: PageIndex;
  readonly #counts: (container: Container, entry: number) => boolean;
  readonly #countsVersion: () => string;
  readonly #signal: AbortSignal;
  #last = '[[],false]';
  #counted = '';
  #terms: [entry: number, count: number][] = [];
  #parts = new Set<number>();
  #isPaused = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * `counts` says whether a mention is told: not of a hidden entry, not in hidden text; `countsVersion` differs whenever
   * it may answer differently.
   */
  constructor(
    version: string,
    index: PageIndex,
    counts: (container: Container, entry: number) => boolean,
    countsVersion: () => string,
    signal: AbortSignal,
  ) {
    this.#version = version;
    this.#index = index;
    this.#counts = counts;
    this.#countsVersion = countsVersion;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Indexes of the entries that this frame mentions, those of parts of a mark included. */
  get entries(): number[] {
    return [...new Set([...this.#terms.map(([entry]) => entry), ...this.#parts])];
  }

  /** Counts anew, at once if it was long ago, and tells the background if anything is different. */
  request(): void {
    if (this.#timer !== undefined || this.#signal.aborted) return;
    this.#report();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#report();
    }, SELDOM);
  }

  pause(paused: boolean): void {
    this.#isPaused = paused;
    this.#report();
  }

  /** Tells it again although nothing changed. */
  reportAgain(): void {
    this.#send();
  }

  #report(): void {
    const version = `${this.#index.version} ${this.#countsVersion()} ${this.#isPaused}`;
    if (version === this.#counted) return;
    this.#counted = version;
    const counts = new Map<number, number>();
    this.#parts.clear();
    for (const container of this.#index.containers()) {
      for (const { match } of this.#index.matchesIn(container)) {
        if (!this.#counts(container, match.entry)) continue;
        counts.set(match.entry, (counts.get(match.entry) ?? 0) + 1);
        for (const { entry } of match.parts ?? []) this.#parts.add(entry);
      }
    }
    this.#terms = [...counts];
    const text = JSON.stringify([this.#terms, this.#isPaused]);
    if (text === this.#last) return;
    this.#last = text;
    this.#send();
  }

  #send(): void {
    const message = { type: 'report', version: this.#version, terms: this.#terms, paused: this.#isPaused };
    void chrome.runtime.sendMessage(message).catch(() => undefined);
  }
}
