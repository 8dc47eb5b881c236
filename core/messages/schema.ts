/**
 * Every message that crosses a boundary, by direction. The receiver parses with these schemas and checks the sender
 * (`entrypoints/background/messages.ts`); types follow from them. An answer is a value, an error too.
 * What "answers nothing" below answers `true` once it is done: no answer at all means that the background was ended first.
 */
import * as v from 'valibot';
import { ENTRY_ID } from '../knowledge/vocabulary.ts';
import type { Settled } from '../matching/known-page.ts';
import { SETTINGS } from '../settings/schema.ts';

const entryId = v.pipe(v.string(), v.regex(ENTRY_ID));
/** Version of the lexicon that an index of an entry belongs to; another version's indexes mean nothing. */
const version = v.pipe(v.string(), v.maxLength(80));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));
/** More mentions than any page has; sums of it stay exact. */
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000));
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const url = v.pipe(v.string(), v.maxLength(8192));

/** Number of a block of text in its frame. */
const block = v.pipe(v.number(), v.integer(), v.minValue(0));
const step = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a frame says of its text. It goes to the matcher and nowhere else. */
const PageText = v.strictObject({
  type: v.literal('read'),
  version,
  /** Names what is read together; what comes under another name is another page. */
  name: v.pipe(v.string(), v.maxLength(40)),
  /** Messages under this name before this one; the first begins anew. */
  step,
  removed: v.pipe(v.array(block), v.maxLength(10_000)),
  /** Texts of up to `MOST_TEXT` (`entrypoints/content-script/blocks.ts`) and a few characters more. */
  added: v.pipe(v.array(v.strictTuple([block, v.pipe(v.string(), v.maxLength(8000))])), v.maxLength(10_000)),
  /** All blocks as they stand on the page; where it was asked for. */
  order: v.exactOptional(v.pipe(v.array(block), v.maxLength(1_000_000))),
  /** Whether that was all, and the matches are wanted. */
  settle: v.boolean(),
});
export type PageText = v.InferOutput<typeof PageText>;

/** Content script → background. It may ask, and set only its own site's switch and hide a term. */
export const FromContentScript = v.variant('type', [
  /** A health term was met: brings the page engine into this frame. Answers nothing. */
  v.strictObject({ type: v.literal('start-engine') }),
  /** Marks are to look other than by default: brings the rule of the look in the settings. Answers nothing. */
  v.strictObject({ type: v.literal('mark-style') }),
  /** What a frame that met a health term holds, block by block. Answers `Settlement`, or `null` where it must begin anew. */
  PageText,
  /** Which entries this frame mentions and how often; sent whenever that changes. Answers nothing. */
  v.strictObject({
    type: v.literal('report'),
    version,
    terms: v.pipe(v.array(v.strictTuple([index, count])), v.maxLength(5000)),
    /** The page changes faster than the budget of the page engine allows: marks are paused. */
    paused: v.boolean(),
  }),
  /**
   * Answers `[index, EntryView]` pairs of the entries asked for; at the first intent, `popover` brings the popover's
   * code into this frame as well.
   */
  v.strictObject({
    type: v.literal('entries'),
    version,
    entries: v.pipe(v.array(index), v.maxLength(1000)),
    popover: v.boolean(),
  }),
  /** Answers an `EntryView`, or `null`. */
  v.strictObject({ type: v.literal('entry'), id: entryId }),
  /** The address of the tab's top frame, for a frame that cannot see it. Answers a string. */
  v.strictObject({ type: v.literal('top-url') }),
  v.strictObject({ type: v.literal('hide-term'), id: entryId, hidden: v.boolean() }),
  v.strictObject({ type: v.literal('switch-own-site'), on: v.boolean() }),
  v.strictObject({ type: v.literal('open-panel'), id: entryId }),
  /** The page took the popover away so often that no other is shown in this frame. */
  v.strictObject({ type: v.literal('popover-unwanted') }),
]);
export type FromContentScript = v.InferOutput<typeof FromContentScript>;

/** Popup, side panel, options, welcome → background. */
export const FromPage = v.variant('type', [
  /** Answers `TabReport`. */
  v.strictObject({ type: v.literal('tab-report'), tabId }),
  v.strictObject({ type: v.literal('site-state'), url }),
  /** Turns marks at a page's site on or off. Like those below, answers nothing; every page watches storage. */
  v.strictObject({ type: v.literal('switch-site'), url, on: v.boolean() }),
  v.strictObject({ type: v.literal('change-settings'), changes: v.partial(v.strictObject(SETTINGS)) }),
  /** Site rules by pattern; `null` removes one. */
  v.strictObject({
    type: v.literal('set-rules'),
    rules: v.record(v.pipe(v.string(), v.maxLength(2000)), v.nullable(v.picklist(['on', 'off']))),
  }),
  /** Forgets every setting, rule and pause. */
  v.strictObject({ type: v.literal('reset') }),
  v.strictObject({
    type: v.literal('pause'),
    until: v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.literal('restart'), v.null()]),
  }),
]);
export type FromPage = v.InferOutput<typeof FromPage>;

/** Background or popup → content script of one frame. */
export const ToContentScript = v.variant('type', [
  /**
   * Scrolls to the next (-1: previous) mention of an entry, or of any, and flashes it: `fresh` from the first (last) of
   * the frame, else from the last one stepped to. Answers whether there was one; past the end there is none.
   */
  v.strictObject({
    type: v.literal('step'),
    version,
    entry: v.exactOptional(index),
    by: v.picklist([1, -1]),
    fresh: v.boolean(),
    focus: v.boolean(),
  }),
  /** Answers nothing; the frame sends its `report` again. */
  v.strictObject({ type: v.literal('report-again') }),
]);
export type ToContentScript = v.InferOutput<typeof ToContentScript>;

/** What is meant in a page's text. */
export interface Settlement {
  /** The blocks that mean something else than they were told to. */
  readonly settled: readonly Settled[];
  /** What is to be said next: nothing but new text, the order of all blocks, or the same again for what is left. */
  readonly next: 'text' | 'order' | 'settle';
  /** Milliseconds that it took here. */
  readonly took: number;
}

/** What the popup shows of a tab: the entries its frames mention, with the frames to step through. */
export interface TabReport {
  readonly terms: readonly { readonly id: string; readonly count: number; readonly frames: readonly number[] }[];
  readonly paused: boolean;
  /** The page takes the popover away: marks show, cards do not. */
  readonly unwanted: boolean;
}
