/** Steps through the mentions of a term, frame after frame, round and round. */
import lexiconVersion from 'virtual:fascicle/lexicon-version';
import { browser } from 'wxt/browser';
import { placeOf } from '../../components/library.ts';
import type { TabReport, ToContentScript } from '../../core/messages/schema.ts';

type Term = TabReport['terms'][number];

/** Where the last step led. */
export interface Place {
  readonly id: string;
  readonly frame: number;
  /** Which mention it is, from 1; undefined where none was left on the page. */
  readonly at: number | undefined;
}

/** Goes to the next (`by` 1) or previous (-1) mention of `term` after `from`, to the first where that is of another. */
export async function stepTo(tabId: number, term: Term, by: 1 | -1, from: Place | undefined): Promise<Place> {
  const frames = by === 1 ? term.frames : [...term.frames].reverse();
  const here = from?.id === term.id && from.at !== undefined ? from : undefined;
  const start = here ? Math.max(0, frames.indexOf(here.frame)) : 0;
  if (here && (await stepInFrame(tabId, here.frame, term.id, by, false))) {
    return { ...here, at: (here.at ?? 0) + by };
  }
  for (let tried = here ? 1 : 0; tried <= frames.length; tried++) {
    const position = start + tried;
    const frame = frames[position % frames.length];
    if (frame === undefined || !(await stepInFrame(tabId, frame, term.id, by, true))) continue;
    const around = !here || position >= frames.length;
    return { id: term.id, frame, at: around ? (by === 1 ? 1 : term.count) : (here.at ?? 0) + by };
  }
  return { id: term.id, frame: 0, at: undefined };
}

async function stepInFrame(tabId: number, frameId: number, id: string, by: 1 | -1, fresh: boolean): Promise<boolean> {
  const entry = placeOf(id);
  if (entry === undefined) return false;
  const message: ToContentScript = { type: 'step', version: lexiconVersion, entry, by, fresh, focus: false };
  try {
    return (await browser.tabs.sendMessage(tabId, message, { frameId })) === true;
  } catch {
    // The frame is gone, or its script has ended.
    return false;
  }
}
