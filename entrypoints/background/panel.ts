/** Opens the side panel (Chrome, Edge) or sidebar (Firefox) at an entry. */
import { browser } from 'wxt/browser';

/** Session storage key of the entry that the panel shows; the panel listens to it. */
export const PANEL_ENTRY_KEY = 'panel-entry';

/** Shows `id` in the panel, and opens it where the browser allows that without a click of its own. */
export async function openPanel(id: string, tabId?: number): Promise<void> {
  await browser.storage.session.set({ [PANEL_ENTRY_KEY]: id });
  if ('sidePanel' in browser && tabId !== undefined) await browser.sidePanel.open({ tabId });
}
