/**
 * The reader's first intent: the pointer over a text with marks, a tap on one, or a key that steps to one. Until then a
 * move costs two caret look-ups a frame, on pages with marks only; then the popover's code and the page's entries are
 * fetched in one message. The pointer is followed until both are there, then the popover takes over.
 */

import type { EntryView } from '../../core/knowledge/view.ts';
import { DEFAULTS, type Settings } from '../../core/settings/defaults.ts';
import { bridge, type Engine, type PointedMark, type Popover, Rest, type Tap } from './bridge.ts';
import { isFragment, listen as listenTo } from './dom.ts';
import type { IndexedMatch } from './indexed-match.ts';
import { goesOn } from './life.ts';
import type { Painter } from './painter.ts';
import { isNearMark, markAt, rectsOf } from './pointing.ts';
import { send } from './send.ts';

/** Milliseconds after which a busy page has to make way for the popover's code. */
const IDLE_AT_LATEST = 300;

export class Intent {
  readonly #version: string;
  readonly #painter: Painter;
  readonly #signal: AbortSignal;
  readonly #watching = new AbortController();
  readonly #entries = new Map<number, EntryView>();
  #settings: Settings = DEFAULTS;
  #wanted: (() => number[]) | undefined;
  #summoned: Promise<Popover | undefined> | undefined;

  constructor(version: string, painter: Painter, signal: AbortSignal) {
    this.#version = version;
    this.#painter = painter;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      this.#watching.abort();
      delete bridge().engine;
    });
  }

  configure(settings: Settings): void {
    this.#settings = settings;
  }

  /** Watches the reader; harmless when called again. `entries` are fetched at the first intent. */
  watch(entries: () => number[]): void {
    if (this.#wanted) return;
    this.#wanted = entries;
    bridge().engine = this.#engine();
    const rest = new Rest();
    let under: IndexedMatch | undefined;
    let tap: Tap | undefined;
    let scheduled = false;
    let expected = false;
    const summon = async () => {
      if (this.#summoned) return;
      const popover = await this.#summon();
      if (tap) popover?.tapped(tap);
      else popover?.pointerRests(rest);
    };
    const look = () => {
      scheduled = false;
      if (this.#watching.signal.aborted) return;
      const mark = markAt(rest.x, rest.y, this.#painter);
      if (mark !== under) rest.entered();
      under = mark;
      if (mark) void summon();
      else if (!expected && isNearMark(rest.x, rest.y, this.#painter)) {
        expected = true;
        requestIdleCallback(() => void summon(), { timeout: IDLE_AT_LATEST });
      }
    };
    const listen = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void) =>
      listenTo(document, type, listener, this.#watching.signal, { passive: true, capture: true });
    listen('pointermove', (event) => {
      if (!event.isTrusted || event.buttons !== 0) return;
      rest.moved(event);
      if (scheduled) return;
      scheduled = true;
      requestAnimationFrame(look);
    });
    listen('scroll', ({ timeStamp }) => rest.restart(timeStamp));
    let pressedAt = 0;
    listen('pointerdown', ({ timeStamp }) => {
      pressedAt = timeStamp;
    });
    listen('click', (event) => {
      if (!event.isTrusted) return;
      const { clientX: x, clientY: y, target, pointerType, timeStamp } = event as PointerEvent;
      if (!markAt(x, y, this.#painter)) return;
      tap = { x, y, target, pointerType, held: timeStamp - pressedAt };
      void summon();
    });
  }

  /** Opens the card of a mark that the reader's keys came to. */
  async ask(mark: IndexedMatch): Promise<void> {
    (await this.#summon())?.ask(this.#pointed(mark));
  }

  /** The popover, brought here when first called for; undefined where it could not come. */
  #summon(): Promise<Popover | undefined> {
    this.#summoned ??= this.#fetch(this.#wanted?.() ?? [], true).then(() => {
      const { popover } = bridge();
      if (popover) this.#watching.abort();
      // The background may have been ended before it answered: the next intent calls again.
      else this.#summoned = undefined;
      return popover;
    });
    return this.#summoned;
  }

  #engine(): Engine {
    const settings = () => this.#settings;
    return {
      signal: this.#signal,
      get settings() {
        return settings();
      },
      goesOn,
      markAt: (x, y) => {
        const mark = markAt(x, y, this.#painter);
        return mark && this.#pointed(mark);
      },
      entry: async (index) => {
        if (!this.#entries.has(index)) await this.#fetch([index], false);
        return this.#entries.get(index);
      },
      entryNow: (index) => this.#entries.get(index),
    };
  }

  async #fetch(entries: number[], popover: boolean): Promise<void> {
    const message = { type: 'entries', version: this.#version, entries, popover };
    const answer: unknown = await send(message);
    if (!Array.isArray(answer)) return;
    for (const [index, entry] of answer as [number, EntryView][]) this.#entries.set(index, entry);
  }

  #pointed(mark: IndexedMatch): PointedMark {
    return {
      key: mark,
      entry: mark.match.entry,
      parts: (mark.match.parts ?? []).map(({ entry }) => entry),
      text: mark.block.text.slice(mark.match.start, mark.match.end),
      container: isFragment(mark.block.container) ? mark.block.container.host : mark.block.container,
      rects: () => rectsOf(mark),
    };
  }
}
