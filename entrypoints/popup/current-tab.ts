/** The tab that the popup was opened above, and what its page mentions: asked for before the first paint, not after it. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../components/ask.ts';
import type { TabReport } from '../../core/messages/schema.ts';

export interface CurrentTab {
  readonly id: number;
  readonly windowId: number | undefined;
  /** Undefined where the browser hides the address. */
  readonly url: URL | undefined;
  readonly mayReadFiles: boolean;
}

/** Undefined until the browser has said which tab it is. */
export function useCurrentTab(): CurrentTab | undefined {
  const [tab, setTab] = useState<CurrentTab>();
  useLayoutEffect(() => {
    const read = async () => {
      const [[found], mayReadFiles] = await Promise.all([
        browser.tabs.query({ active: true, currentWindow: true }),
        browser.extension.isAllowedFileSchemeAccess(),
      ]);
      if (found?.id === undefined) return;
      const url = found.url && URL.canParse(found.url) ? new URL(found.url) : undefined;
      setTab({ id: found.id, windowId: found.windowId, url, mayReadFiles });
    };
    void read();
  }, []);
  return tab;
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
