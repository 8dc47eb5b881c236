/**
 * A second reader of a page's text, which shares nothing with the product's but what docs/architecture.md says: blocks
 * by what the browser lays out (computed `display`), read in the page's own world.
 */
import type { Page } from 'puppeteer-core';

export interface PageText {
  /** What the page declares. */
  readonly lang: string;
  /** A line for each block. */
  readonly text: string;
  /**
   * For each line whether it is rendered, and in English or the language of the page: what is not tells what the page is
   * about, and mentions nothing.
   */
  readonly rendered: readonly boolean[];
}

/** The text of a page's document as a reader meets it. */
export function textOf(page: Page): Promise<PageText> {
  return page.evaluate(() => {
    const leftAlone =
      'script,style,noscript,template,textarea,input,select,option,code,kbd,samp,math,title,iframe,object,embed,canvas,' +
      'audio,video,rt,rp,datalist,head,[contenteditable]:not([contenteditable=false]),[role=textbox],[role=searchbox],' +
      '[role=combobox],[role=code],svg desc,svg metadata';
    const apart = '[translate=no],[aria-hidden=true]';
    const language = (element: Element) => element.closest('[lang]')?.getAttribute('lang')?.split('-')[0];
    const lines: string[] = [];
    const rendered: boolean[] = [];
    let line = '';
    let block: Element = document.documentElement;
    const flush = () => {
      const { width, height } = block.getBoundingClientRect();
      if (line.trim() !== '') {
        lines.push(line.replace(/\s+/g, ' '));
        const isShown = block.checkVisibility() && (width > 0 || height > 0);
        rendered.push(isShown && ['en', language(document.documentElement)].includes(language(block)));
      }
      line = '';
    };
    const read = (element: Element, around: Element) => {
      if (element.matches(leftAlone)) {
        line += '\uFFFC';
        return;
      }
      const { display } = getComputedStyle(element);
      // Browsers differ in what they compute for the texts of a drawing, each of which stands alone.
      const isInline =
        !(element instanceof SVGTextElement) &&
        (display === 'inline' || display === 'contents' || display.startsWith('ruby'));
      if (isInline && element.matches(apart)) {
        line += '\uFFFC';
        return;
      }
      const own = isInline ? around : element;
      if (!isInline) flush();
      for (const child of element.childNodes) {
        block = own;
        if (child instanceof Text) line += child.data;
        else if (child instanceof HTMLBRElement) line += ' ';
        else if (child instanceof Element) read(child, own);
      }
      block = own;
      if (!isInline) flush();
      block = around;
    };
    read(document.documentElement, document.documentElement);
    return { lang: document.documentElement.lang, text: lines.join('\n'), rendered };
  });
}
