/**
 * What the scripts of a frame know of each other: the always-on one, the page engine, which comes with the first health
 * term, and the popover, which comes at the first intent. All run in the extension's own world: the page sees none of it.
 */
import type { EntryView } from '../../core/knowledge/view.ts';
import type { Settings } from '../../core/settings/defaults.ts';
import type { Admission } from './gate.ts';

/** A mark under the pointer or the keyboard's cursor. */
export interface PointedMark {
  /** The same object for the same mark: identity tells marks apart. */
  readonly key: object;
  /** Index of its entry in the lexicon. */
  readonly entry: number;
  /** Indexes of the entries that parts of the text mean in their own right. */
  readonly parts: readonly number[];
  /** The text as it stands on the page. */
  readonly text: string;
  /** The element that holds the text. */
  readonly container: Element;
  /** Its rectangles in the viewport now, a line each; none when it is gone or not rendered. */
  rects(): readonly DOMRect[];
}

/** What the popover may ask of the page engine. */
export interface Engine {
  readonly signal: AbortSignal;
  readonly settings: Settings;
  /** Whether the extension is still there: without it a card has no words. Ends the script where it is not. */
  goesOn(): boolean;
  markAt(x: number, y: number): PointedMark | undefined;
  /** The entry of a mark, at once if it came with the popover's code, else undefined. */
  entryNow(index: number): EntryView | undefined;
  /** The entry of a mark; undefined where the background does not know it. */
  entry(index: number): Promise<EntryView | undefined>;
}

/** A click, tap or touch of a pen that was not a drag. */
export interface Tap {
  readonly x: number;
  readonly y: number;
  readonly target: EventTarget | null;
  readonly pointerType: string;
  /** Milliseconds from press to release: a long press is for the browser's own menu. */
  readonly held: number;
}

/** What the page engine tells the popover once its code is there. */
export interface Popover {
  /** How the pointer moved while the code was on its way. */
  pointerRests(rest: Rest): void;
  /** The reader tapped while the code was on its way. */
  tapped(tap: Tap): void;
  /** The reader's keys came to a mark, which is in view: its card opens and takes the focus. */
  ask(mark: PointedMark): void;
}

/** CSS pixels a millisecond. A pointer this fast is on its way elsewhere; reading along a line is slower. */
const FAST = 0.3;

/**
 * Where the pointer is and since when it rests there: the dwell time counts from its last fast move, from the move that
 * brought it onto the mark, or from a scroll.
 */
export class Rest {
  x = Number.NaN;
  y = Number.NaN;
  /** On the clock of `performance.now()`, as all times here. */
  since = 0;
  #movedAt = 0;

  /** Takes in a pointer event; returns whether the pointer is fast. */
  moved({ clientX, clientY, timeStamp }: Pick<MouseEvent, 'clientX' | 'clientY' | 'timeStamp'>): boolean {
    const way = Math.hypot(clientX - this.x, clientY - this.y);
    const fast = !(way <= FAST * Math.max(timeStamp - this.#movedAt, 1));
    if (fast) this.since = timeStamp;
    this.x = clientX;
    this.y = clientY;
    this.#movedAt = timeStamp;
    return fast;
  }

  /** The pointer's last move brought it onto another mark, however late that is noticed. */
  entered(): void {
    this.since = Math.max(this.since, this.#movedAt);
  }

  /** The page moved below the pointer: the rest begins anew. */
  restart(now: number): void {
    this.since = now;
  }
}

/** What the always-on script found out and hands the page engine, which it sent for. */
export interface Start {
  /** As it is now: settings may change before the engine is there. */
  readonly admission: Admission;
  /** Whether the text of a node counts as English. */
  readonly accepts: (node: Node) => boolean;
  /** The document was opened and written anew, which took every listener away: the script starts anew. */
  readonly again: () => void;
  readonly signal: AbortSignal;
}

interface Bridge {
  /** Our own elements in the page: what stands in them is left alone. */
  readonly ours: WeakSet<Element>;
  /** There while the page engine is awaited. */
  start?: Start;
  /** Hears of settings as they change, once the page engine is there. */
  configure?: (admission: Admission) => void;
  engine?: Engine;
  popover?: Popover;
  /** Shadow roots of our own in the page: nothing in them is marked, for a page could climb into them by a mark. */
  own?: WeakSet<ShadowRoot>;
  /** Ends the script that runs in this frame. */
  stop?: () => void;
}

const KEY = Symbol.for('fascicle');

/** The one bridge of this frame's world. */
export function bridge(): Bridge {
  const world = globalThis as { [KEY]?: Bridge };
  world[KEY] ??= { ours: new WeakSet() };
  return world[KEY];
}
