/**
 * The reader's first intent: the pointer over a mark. Until then a move costs one caret look-up a frame, on pages with
 * marks only; then the popover's code and the page's entries are fetched in one message, and the popover takes over.
 */
import type { EntryView } from '../../core/knowledge/view.ts';
import { DEFAULTS, type Settings } from '../../core/settings/defaults.ts';
import { bridge, type Engine, type PointedMark } from './bridge.ts';
import type { IndexedMatch } from './page-index.ts';
import type { Painter } from './painter.ts';
import { markAt, rectOf } from './pointing.ts';

export class Intent {
  readonly #version: string;
  readonly #painter: Painter;
  readonly #signal: AbortSignal;
  readonly #entries = new Map<number, EntryView>();
  #settings: Settings = DEFAULTS;
  #watching = false;

  constructor(version: string, painter: Painter, signal: AbortSignal) {
    this.#version = version;
    this.#painter = painter;
    this.#signal = signal;
  }

  configure(settings: Settings): void {
    this.#settings = settings;
  }

  /** Watches the pointer; harmless when called again. `entries` are fetched at the first intent. */
  watch(entries: () => number[]): void {
    if (this.#watching) return;
    this.#watching = true;
    bridge().engine = this.#engine();
    const watching = new AbortController();
    this.#signal.addEventListener('abort', () => {
      watching.abort();
      delete bridge().engine;
    });
    let last = { x: 0, y: 0 };
    let scheduled = false;
    const look = () => {
      scheduled = false;
      if (watching.signal.aborted || !markAt(last.x, last.y, this.#painter)) return;
      watching.abort();
      void this.#fetch(entries(), true).then(() => bridge().popover?.pointerRests(last.x, last.y));
    };
    document.addEventListener(
      'pointermove',
      (event) => {
        if (!event.isTrusted || event.buttons !== 0) return;
        last = { x: event.clientX, y: event.clientY };
        if (scheduled) return;
        scheduled = true;
        requestAnimationFrame(look);
      },
      { passive: true, capture: true, signal: watching.signal },
    );
  }

  #engine(): Engine {
    const settings = () => this.#settings;
    return {
      signal: this.#signal,
      get settings() {
        return settings();
      },
      markAt: (x, y) => this.#pointed(markAt(x, y, this.#painter)),
      entry: async (index) => {
        if (!this.#entries.has(index)) await this.#fetch([index], false);
        return this.#entries.get(index);
      },
      entryNow: (index) => this.#entries.get(index),
    };
  }

  async #fetch(entries: number[], popover: boolean): Promise<void> {
    const message = { type: 'entries', version: this.#version, entries, popover };
    const answer: unknown = await chrome.runtime.sendMessage(message).catch(() => undefined);
    if (!Array.isArray(answer)) return;
    for (const [index, entry] of answer as [number, EntryView][]) this.#entries.set(index, entry);
  }

  #pointed(mark: IndexedMatch | undefined): PointedMark | undefined {
    return (
      mark && {
        key: mark,
        entry: mark.match.entry,
        text: mark.block.text.slice(mark.match.start, mark.match.end),
        container: mark.block.container,
        rect: (x, y) => rectOf(mark, x, y),
      }
    );
  }
}
