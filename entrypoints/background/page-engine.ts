/** Brings the page engine into a frame that met a health term; other frames never carry it. */
import { browser } from 'wxt/browser';

export async function injectPageEngine(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/page-engine.js'] });
}
