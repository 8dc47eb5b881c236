/**
 * Preact as it ships: without its way to set HTML, which no component of ours uses and no review should have to believe, and
 * with the document's own methods, which a page can shadow (`<img name=createElementNS>`).
 */
import type { Plugin } from 'vite';

/** What stands in Preact's module, as it is published, and what comes in its place. */
const CHANGES: readonly (readonly [what: string, before: RegExp, after: string])[] = [
  // `html ? (… dom.innerHTML = html.__html, <rest>)`, where `html` is the prop and `dom` the element: it stays empty.
  [
    'sets HTML',
    /(\w+)\?\(\w+\|\|\w+&&\(\1\.__html==\w+\.__html\|\|\1\.__html==(\w+)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\),/,
    '$1?(',
  ],
  ['makes text', /return (\w+)\.createTextNode\(/, 'return Document.prototype.createTextNode.call($1,'],
  ['makes elements', /=(\w+)\.createElementNS\(/, '=Document.prototype.createElementNS.call($1,'],
];

/** Preact's module with these changes. Throws where it no longer reads so. */
export function hardened(code: string): string {
  return CHANGES.reduce((text, [what, before, after]) => {
    if (!before.test(text)) throw new Error(`Preact ${what} in another way now: see modules/bundle-guard/preact.ts.`);
    return text.replace(before, after);
  }, code);
}

export const hardenedPreact: Plugin = {
  name: 'fascicle:hardened-preact',
  enforce: 'pre',
  transform: {
    filter: { id: /\/preact\/dist\/preact\.mjs$/ },
    handler: (code) => ({ code: hardened(code), map: null }),
  },
};
