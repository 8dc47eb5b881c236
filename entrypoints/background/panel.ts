/**
 * Opens the side panel (Chrome, Edge) or sidebar (Firefox). Browsers open it only within a reader's own click, so it is
 * asked for before anything is awaited; where that is refused (Firefox, a click in a page) a tab shows the same.
 */
import { type Browser, browser } from 'wxt/browser';
import type { PanelRequest } from '../../core/messages/panel.ts';
import { PANEL_KEY } from '../../core/messages/panel-key.ts';

type Wish = { readonly entry: string } | { readonly query: string };

/** Firefox's own; absent elsewhere. */
interface Sidebar {
  open(): Promise<void>;
  isOpen(details: { windowId?: number }): Promise<boolean>;
}

/** Shows `wish` in the panel of the tab's window. */
export async function openPanel(wish: Wish, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const opening = open(tab?.windowId);
  await browser.storage.session.set({ [PANEL_KEY]: { ...wish, at: Date.now() } satisfies PanelRequest });
  if (!(await opening)) await openPanelTab(tab);
}

/** The last wish goes with the last private window: else an ordinary window's panel would show what was read there. */
export function forgetWithPrivateWindows(): void {
  // Firefox for Android has none.
  if (!('windows' in browser)) return;
  browser.windows.onRemoved.addListener(async () => {
    const windows = await browser.windows.getAll();
    if (!windows.some(({ incognito }) => incognito)) await browser.storage.session.remove(PANEL_KEY);
  });
}

/** Shows the last wish in a tab beside `tab`; Chromium gives a selection in its PDF viewer a tab that stands nowhere. */
export async function openPanelTab(tab: Browser.tabs.Tab | undefined): Promise<void> {
  const url = browser.runtime.getURL('/sidepanel.html');
  const place = tab && tab.index >= 0 ? { index: tab.index + 1, windowId: tab.windowId } : {};
  await browser.tabs.create({ url, ...place });
}

/** Whether the panel is open now. */
async function open(windowId: number | undefined): Promise<boolean> {
  try {
    if ('sidePanel' in browser) {
      if (windowId === undefined) return false;
      await browser.sidePanel.open({ windowId });
      return true;
    }
    const sidebar = (browser as { sidebarAction?: Sidebar }).sidebarAction;
    if (!sidebar) return false;
    const opened = sidebar.open().then(
      () => true,
      () => false,
    );
    return (await opened) || (await sidebar.isOpen(windowId === undefined ? {} : { windowId }));
  } catch {
    return false;
  }
}
