import { expect, it } from 'vitest';
import { barrierAt, looksLikePdf } from '../../../core/settings/reach.ts';

it.each([
  ['https://example.org/', undefined],
  ['http://localhost:8080/a', undefined],
  ['about:blank', 'browser'],
  ['chrome://extensions/', 'browser'],
  ['edge://settings/', 'browser'],
  ['view-source:https://example.org/', 'browser'],
  ['chrome-extension://abc/popup.html', 'extension'],
  ['moz-extension://abc/popup.html', 'extension'],
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['https://addons.mozilla.org/en-US/firefox/', 'store'],
  ['https://chrome.google.com/webstore/detail/x', 'store'],
  ['https://chrome.google.com/intl/', undefined],
  ['data:text/html,x', 'other'],
  ['ftp://example.org/', 'other'],
])('at %s stands in the way: %s', (address, barrier) => {
  expect(barrierAt(new URL(address), true)).toBe(barrier);
  expect(barrierAt(new URL(address), false)).toBe(barrier);
});

it('a local file can be read where the user says so', () => {
  const file = new URL('file:///home/me/article.html');
  expect(barrierAt(file, true)).toBeUndefined();
  expect(barrierAt(file, false)).toBe('file');
});

it.each([
  ['https://example.org/a.pdf', true],
  ['https://example.org/A.PDF?page=2', true],
  ['https://example.org/pdf', false],
  ['https://example.org/?a.pdf', false],
])('%s is a PDF, most likely: %s', (address, isPdf) => {
  expect(looksLikePdf(new URL(address))).toBe(isPdf);
});
