/** Brings the popover's code into a frame at the reader's first intent there; before that no page carries it. */
import { browser } from 'wxt/browser';
import type { EntryView } from '../../core/knowledge/view.ts';
import { entry } from './entries.ts';

/** Injects the popover into the frame and answers the entries asked for, in that order, unknown ones left out. */
export async function preparePopover(tabId: number, frameId: number, ids: readonly string[]): Promise<EntryView[]> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/popover.js'] });
  return ids.flatMap((id) => entry(id) ?? []);
}
