/** `fx` in the address bar: suggestions as you type, an entry on Enter. */
import rawIndex from 'virtual:fascicle/search';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { PanelRequest } from '../../core/messages/panel.ts';
import { PANEL_KEY } from '../../core/messages/panel-key.ts';
import type { SearchIndex } from '../../core/search/prebuilt.ts';
import { createSearch, type Search } from '../../core/search/search.ts';

const SUGGESTIONS = 6;

/** Parsed at the first key: most lives of the worker never need it. */
let search: Search | undefined;
function find(query: string): ReturnType<Search> {
  search ??= createSearch(JSON.parse(rawIndex) as SearchIndex);
  return search(query, SUGGESTIONS);
}

export function listenToOmnibox(): void {
  // Firefox for Android has no omnibox.
  if (!('omnibox' in browser)) return;
  browser.omnibox.setDefaultSuggestion({ description: i18n.t('omnibox.hint') });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    suggest(find(text).map(({ id, name, answer }) => ({ content: id, description: plain(`${name}: ${answer}`) })));
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => void show(text, disposition));
}

async function show(text: string, disposition: string): Promise<void> {
  const query = text.trim().slice(0, 200);
  const best = find(query)[0];
  // Not in the address, which the browser's history would keep.
  const request: PanelRequest = { ...(best ? { entry: best.id } : { query }), at: Date.now() };
  await browser.storage.session.set({ [PANEL_KEY]: request });
  const url = browser.runtime.getURL('/sidepanel.html');
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

/** Chrome reads a description as XML, Firefox as it is; without the special signs both show the same. */
const plain = (text: string): string => text.replace(/[<>&]/g, ' ');
