/** The tab that the popup was opened above, and what its page mentions: asked for before the first paint, not after it. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../components/ask.ts';
import type { TabReport } from '../../core/messages/schema.ts';

export interface CurrentTab {
  readonly id: number;
  readonly windowId: number | undefined;
  /** Undefined where the browser hides the address. */
  readonly url: URL | undefined;
  readonly mayReadFiles: boolean;
  /** Whether the user lets the extension read sites at all; browsers let them take that back. */
  readonly mayReadSites: boolean;
}

/** Undefined until the browser has said which tab it is. */
export function useCurrentTab(): CurrentTab | undefined {
  const [tab, setTab] = useState<CurrentTab>();
  useLayoutEffect(() => {
    const read = async () => {
      const [[found], mayReadFiles, mayReadSites] = await Promise.all([
        browser.tabs.query({ active: true, currentWindow: true }),
        browser.extension.isAllowedFileSchemeAccess(),
        browser.permissions.contains({ origins: ['<all_urls>'] }),
      ]);
      if (found?.id === undefined) return;
      const url = found.url && URL.canParse(found.url) ? new URL(found.url) : undefined;
      setTab({ id: found.id, windowId: found.windowId, url, mayReadFiles, mayReadSites });
    };
    void read();
  }, []);
  return tab;
}

/** Whether a script may run in the tab: not in an error page of the browser, say. Undefined until asked for and known. */
export function useIsReadable(tabId: number, isAsked: boolean): boolean | undefined {
  const [isReadable, setReadable] = useState<boolean>();
  useEffect(() => {
    if (!isAsked) return;
    let live = true;
    const tell = (found: boolean) => live && setReadable(found);
    browser.scripting.executeScript({ target: { tabId }, func: () => undefined }).then(
      () => tell(true),
      () => tell(false),
    );
    return () => {
      live = false;
    };
  }, [tabId, isAsked]);
  return isReadable;
}

/** What the frames of the tab mention, renewed as they report; undefined until known. */
export function useReport(tabId: number | undefined): TabReport | undefined {
  const [report, setReport] = useState<TabReport>();
  useLayoutEffect(() => {
    if (tabId === undefined) return;
    let live = true;
    const read = () =>
      ask({ type: 'tab-report', tabId }).then(
        (found) => live && setReport(found),
        () => live && setReport({ terms: [], paused: false, unwanted: false }),
      );
    const listener = (_changes: object, area: string) => {
      if (area === 'session') void read();
    };
    void read();
    browser.storage.onChanged.addListener(listener);
    return () => {
      live = false;
      browser.storage.onChanged.removeListener(listener);
    };
  }, [tabId]);
  return report;
}
