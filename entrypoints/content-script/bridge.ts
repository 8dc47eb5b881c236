/**
 * What the always-on script and the popover's script, which comes at the first intent, know of each other.
 * Both run in the extension's own world of the frame: the page sees none of it.
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
  /** The text as it stands on the page. */
  readonly text: string;
  /** The element that holds the text. */
  readonly container: Element;
  /** Its rectangle in the viewport now: the one at the point, or the first; undefined when it is gone. */
  rect(x?: number, y?: number): DOMRect | undefined;
}

/** What the popover may ask of the page engine. */
export interface Engine {
  readonly signal: AbortSignal;
  readonly settings: Settings;
  markAt(x: number, y: number): PointedMark | undefined;
  /** The entry of a mark, at once if it came with the popover's code, else undefined. */
  entryNow(index: number): EntryView | undefined;
  /** The entry of a mark; undefined where the background does not know it. */
  entry(index: number): Promise<EntryView | undefined>;
}

export interface Popover {
  /** Where the pointer was when the popover's code arrived. */
  pointerRests(x: number, y: number): void;
}

/** What the always-on script found out and hands the page engine, which it sent for. */
export interface Start {
  readonly url: URL;
  readonly admission: Admission;
  /** Whether the text of a node counts as English. */
  readonly accepts: (node: Node) => boolean;
  readonly signal: AbortSignal;
}

interface Bridge {
  /** There while the page engine is awaited. */
  start?: Start;
  engine?: Engine;
  popover?: Popover;
  /** Ends the script that runs in this frame. */
  stop?: () => void;
}

const KEY = Symbol.for('fascicle');

/** The one bridge of this frame's world. */
export function bridge(): Bridge {
  const world = globalThis as { [KEY]?: Bridge };
  world[KEY] ??= {};
  return world[KEY];
}
