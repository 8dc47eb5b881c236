/** Takes Preact's way to set HTML out of it: no component of ours uses it, and no review should have to believe that. */
import type { Plugin } from 'vite';

/** `html ? (… dom.innerHTML = html.__html, <rest>)`, where `html` is the prop and `dom` the element. */
const SETS_HTML =
  /(\w+)\?\(\w+\|\|\w+&&\(\1\.__html==\w+\.__html\|\|\1\.__html==(\w+)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\),/;

/** Preact's module without that path: an element given HTML stays empty. Throws where Preact no longer reads so. */
export function withoutHtmlPath(code: string): string {
  if (!SETS_HTML.test(code))
    throw new Error('Preact sets HTML in another way now: see modules/bundle-guard/preact.ts.');
  return code.replace(SETS_HTML, '$1?(');
}

export const preactWithoutHtml: Plugin = {
  name: 'fascicle:preact-without-html',
  enforce: 'pre',
  transform: {
    filter: { id: /\/preact\/dist\/preact\.mjs$/ },
    handler: (code) => ({ code: withoutHtmlPath(code), map: null }),
  },
};
