/** A page watched from its own world, from before its first script: what it can notice, and what its console says. */
import type { Browser, Page } from 'puppeteer-core';

export interface Observed {
  readonly page: Page;
  /** Exceptions and console errors so far, each once. */
  readonly errors: ReadonlySet<string>;
  /** What a MutationObserver of the page saw since its document was complete, and what the document is now. */
  seen(): Promise<{ readonly records: readonly string[]; readonly html: string }>;
}

/** Opens `url` in a new tab in front. */
export async function observe(browser: Browser, url: string): Promise<Observed> {
  const page = await browser.newPage();
  const errors = new Set<string>();
  page.on('pageerror', (error) => errors.add(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.add(message.text());
  });
  await page.evaluateOnNewDocument(() => {
    const records: string[] = [];
    const observer = new MutationObserver((all) => {
      for (const { type, target, attributeName } of all) records.push(`${type} ${target.nodeName} ${attributeName}`);
    });
    Object.assign(globalThis, { fromPage: { records, observer } });
    document.addEventListener('readystatechange', () => {
      // The parser is done; scripts of extensions come after this.
      if (document.readyState !== 'interactive') return;
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.bringToFront();
  return {
    page,
    errors,
    seen: () =>
      page.evaluate(() => {
        const { records } = (globalThis as unknown as { fromPage: { records: string[] } }).fromPage;
        const doctype = document.doctype ? new XMLSerializer().serializeToString(document.doctype) : '';
        return { records, html: doctype + document.documentElement.outerHTML };
      }),
  };
}
