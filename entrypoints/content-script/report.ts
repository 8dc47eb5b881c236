/** What this frame mentions, told to the background whenever it changes; the badge and the popup show it. */
import type { PageIndex } from './page-index.ts';

export class Reporter {
  readonly #version: string;
  readonly #index: PageIndex;
  #last = '[]';
  #terms: [entry: number, count: number][] = [];

  constructor(version: string, index: PageIndex) {
    this.#version = version;
    this.#index = index;
  }

  /** Indexes of the entries that this frame mentions. */
  get entries(): number[] {
    return this.#terms.map(([entry]) => entry);
  }

  /** Counts anew and tells the background if anything is different. `isHidden` entries count for nothing. */
  report(isHidden: (entry: number) => boolean): void {
    const counts = new Map<number, number>();
    for (const container of this.#index.containers()) {
      for (const { match } of this.#index.matchesIn(container)) {
        if (!isHidden(match.entry)) counts.set(match.entry, (counts.get(match.entry) ?? 0) + 1);
      }
    }
    this.#terms = [...counts];
    const text = JSON.stringify(this.#terms);
    if (text === this.#last) return;
    this.#last = text;
    this.#send();
  }

  /** Tells it again although nothing changed. */
  reportAgain(): void {
    this.#send();
  }

  #send(): void {
    const message = { type: 'report', version: this.#version, terms: this.#terms, paused: false };
    chrome.runtime.sendMessage(message).catch(() => undefined);
  }
}
