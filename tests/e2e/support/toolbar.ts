/** What the toolbar has to show of a page: its icon's title and badge, and what the popup is told. */
import type { Page } from 'puppeteer-core';
import type { Counts } from './annotated.ts';

export interface Toolbar {
  readonly title: string;
  readonly badge: string;
  /** Mentions by entry. */
  readonly mentions: Counts;
  /** Whether the page changes more than can be read. */
  readonly paused: boolean;
}

/** `control` is any page of the extension. */
export function toolbarOf(control: Page, page: Page): Promise<Toolbar> {
  return control.evaluate(async (address) => {
    const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
    const tabId = tabs.find(({ url }) => url === address)?.id ?? -1;
    const report: unknown = await chrome.runtime.sendMessage({ type: 'tab-report', tabId });
    const { terms, paused } = report as { terms: { id: string; count: number }[]; paused: boolean };
    return {
      title: await chrome.action.getTitle({ tabId }),
      badge: await chrome.action.getBadgeText({ tabId }),
      mentions: Object.fromEntries(terms.map(({ id, count }) => [id, count])),
      paused,
    };
  }, page.url());
}
