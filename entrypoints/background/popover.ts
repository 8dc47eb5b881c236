/** Brings the popover's code into a frame at the reader's first intent there; before that no page carries it. */
import { browser } from 'wxt/browser';

export async function injectPopover(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/popover.js'] });
}
