/** The context menu of a selection: look it up in the panel. */

import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { openPanel } from './panel.ts';

const LOOK_UP = 'look-up';
/** A longer selection is a passage, not a term. */
const LONGEST = 200;

/** Menus outlast the worker: they are made once, when the extension is installed or updated. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: i18n.t('menu.lookUp'), contexts: ['selection'] });
}

export function listenToMenus(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    const query = selectionText?.trim().slice(0, LONGEST);
    if (menuItemId === LOOK_UP && query) void openPanel({ query }, tab);
  });
}
