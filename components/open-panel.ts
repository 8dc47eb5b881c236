/** Opens the side panel from one of our own pages, beside them or in a tab. */
import { browser } from 'wxt/browser';
import type { PanelRequest } from '../core/messages/panel.ts';
import { PANEL_KEY } from '../core/messages/panel-key.ts';

type Wish = { readonly entry: string } | { readonly finder: true };

/**
 * Shows `wish` in the panel of the window, and opens it; resolves when the browser has been asked. To be called right in a
 * click: browsers open it for nothing less.
 */
export async function openPanelHere(wish: Wish, windowId: number | undefined): Promise<void> {
  // The panel is opened before anything is awaited, or the click no longer counts.
  const opened =
    'sidePanel' in browser && windowId !== undefined
      ? browser.sidePanel.open({ windowId })
      : 'sidebarAction' in browser
        ? (browser.sidebarAction as { open(): Promise<void> }).open()
        : undefined;
  await tell(wish);
  await opened;
}

/** Shows `wish` in a tab; nothing of it stands in the address, which the browser's history would keep. */
export async function openPanelInTab(wish: Wish): Promise<void> {
  await tell(wish);
  await browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
}

const tell = (wish: Wish): Promise<void> =>
  browser.storage.session.set({ [PANEL_KEY]: { ...wish, at: Date.now() } satisfies PanelRequest });
