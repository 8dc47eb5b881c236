/** The toolbar icon says whether marks show in a tab: as designed, without colour when off, half when paused. */

import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { SiteState } from '../../core/settings/site-rules.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { decideWhereMarksShow, siteStateOf } from './storage.ts';

const SIZES = [16, 32] as const;

/** Keeps the icon of every tab true from now on. */
export function keepIconsTrue(): void {
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status === 'loading' || url) void showTab(tabId);
  });
  // A pause may end while no page is there to notice; the tab that comes to the front is looked at anew.
  browser.tabs.onActivated.addListener(({ tabId }) => void showTab(tabId));
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && decideWhereMarksShow(Object.keys(changes))) void showAll();
  });
}

/** The icon of every open tab. */
export async function showAll(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id, url }) => (id === undefined ? undefined : showState(id, url))));
}

const showTab = oneAtATime(async (tabId: number) => {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab) await showState(tabId, tab.url).catch(() => undefined);
});

async function showState(tabId: number, url: string | undefined): Promise<void> {
  const state = url && URL.canParse(url) ? await siteStateOf(new URL(url)) : 'impossible';
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icons/${prefixOf(state)}${size}.png`]));
  // The tab may be gone by now.
  await Promise.all([
    browser.action.setIcon({ tabId, path }),
    browser.action.setTitle({ tabId, title: titleOf(state) }),
  ]).catch(() => undefined);
}

function prefixOf(state: SiteState): '' | 'off-' | 'paused-' {
  if (state === 'on') return '';
  return state === 'paused' ? 'paused-' : 'off-';
}

function titleOf(state: SiteState): string {
  const name = i18n.t('extName');
  switch (state) {
    case 'on':
      return name;
    case 'off-here':
      return `${name}: ${i18n.t('site.offHere')}`;
    case 'off-everywhere':
      return `${name}: ${i18n.t('site.offEverywhere')}`;
    case 'not-listed':
      return `${name}: ${i18n.t('site.notListed')}`;
    case 'paused':
      return `${name}: ${i18n.t('site.paused')}`;
    case 'impossible':
      return `${name}: ${i18n.t('site.impossible')}`;
  }
}
