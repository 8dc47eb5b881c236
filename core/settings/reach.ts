/** Which pages a content script can reach, and why not. */

/** `withheld`: the user has not given, or has taken back, the right to read sites. */
export type Barrier = 'store' | 'browser' | 'extension' | 'file' | 'withheld' | 'other';

const STORES = new Set(['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com']);
const BROWSER_SCHEMES =
  /^(about|chrome|edge|brave|vivaldi|opera|view-source|devtools|chrome-search|chrome-untrusted|resource):$/;
const EXTENSION_SCHEMES = /^(chrome-extension|moz-extension|safari-web-extension):$/;
const WEB_SCHEMES = /^(https?|file):$/;

/**
 * What keeps every extension out of the page at `url`; undefined where nothing is known to. Whether it may read local files
 * is for the user to say, in the browser.
 */
export function barrierAt(url: URL, mayReadFiles: boolean): Barrier | undefined {
  if (BROWSER_SCHEMES.test(url.protocol)) return 'browser';
  if (EXTENSION_SCHEMES.test(url.protocol)) return 'extension';
  if (!WEB_SCHEMES.test(url.protocol)) return 'other';
  if (url.protocol === 'file:' && !mayReadFiles) return 'file';
  if (STORES.has(url.hostname) || (url.hostname === 'chrome.google.com' && url.pathname.startsWith('/webstore'))) {
    return 'store';
  }
  return undefined;
}

/** Whether the page is likely the browser's own PDF viewer, which lets nothing be marked. */
export function looksLikePdf(url: URL): boolean {
  return url.pathname.toLowerCase().endsWith('.pdf');
}
