/**
 * The keys that go from mark to mark: through the frames of a tab in the order of their numbers, round and round. Where
 * the reader is, is kept for each tab until its page goes.
 */
import { browser } from 'wxt/browser';
import type { ToContentScript } from '../../core/messages/schema.ts';
import { lexiconVersion } from './entries.ts';
import { framesWithTerms, placeKey } from './reports.ts';

/** Command of the manifest → direction. */
const STEPS: Readonly<Record<string, 1 | -1>> = { 'next-term': 1, 'previous-term': -1 };

/** Answers the commands of the manifest. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const by = STEPS[command];
    if (by !== undefined) void (tab?.id === undefined ? stepInActiveTab(by) : stepInTab(tab.id, by));
  });
}

/** Goes to the next (1) or previous (-1) mark of a tab and opens its card, with the focus in it. */
export async function stepInTab(tabId: number, by: 1 | -1): Promise<void> {
  const frames = await framesWithTerms(tabId);
  if (frames.length === 0) return;
  if (by === -1) frames.reverse();
  const stored = await browser.storage.session.get(placeKey(tabId));
  const here = frames.indexOf(stored[placeKey(tabId)] as number);
  if (here >= 0 && (await stepInFrame(tabId, frames[here] as number, by, false))) return;
  for (let tried = 1; tried <= frames.length; tried++) {
    // With no place yet, the first frame is the one after the last.
    const frame = frames[(here + tried) % frames.length] as number;
    if (!(await stepInFrame(tabId, frame, by, true))) continue;
    await browser.storage.session.set({ [placeKey(tabId)]: frame });
    return;
  }
}

async function stepInActiveTab(by: 1 | -1): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await stepInTab(tab.id, by);
}

async function stepInFrame(tabId: number, frameId: number, by: 1 | -1, fresh: boolean): Promise<boolean> {
  const message: ToContentScript = { type: 'step', version: lexiconVersion, by, fresh, focus: true };
  try {
    return (await browser.tabs.sendMessage(tabId, message, { frameId })) === true;
  } catch {
    // The frame is gone, or its script has ended.
    return false;
  }
}
