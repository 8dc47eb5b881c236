import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { marksOn, pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { launchPlain } from '../support/plain-browser.ts';
import { inEachBrowser } from '../support/world.ts';

const P = '<p>There is magnesium in it, and then there are fasciculations.</p>';
const page = (body: string, head = '') => `<!doctype html><html lang="en"><title>x</title>${head}<body>${body}`;

/** The marks of a page whose own prototypes may be broken. */
const namesOf = (tab: Page) =>
  tab.evaluate(() => {
    let names = '';
    for (const [name, marks] of CSS.highlights as unknown as Iterable<[string, Iterable<StaticRange>]>) {
      if (name === 'fascicle-flash') continue;
      for (const { startContainer, startOffset, endOffset } of marks)
        names += ` ${startContainer.textContent?.slice(startOffset, endOffset)}`;
    }
    return names;
  });

/** What a page sees of itself; equal with and without us. Its own chance is left out: the order of what it moves about. */
const seen = (tab: Page) =>
  tab.evaluate(() => {
    const html = document.querySelector('html')?.outerHTML ?? '';
    const tags: Record<string, number> = {};
    for (const tag of html.match(/<[^>]*>/g) ?? []) tags[tag] = (tags[tag] ?? 0) + 1;
    return { tags, length: html.length, sheets: document.styleSheets.length };
  });

const HOSTILE: readonly (readonly [name: string, html: string])[] = [
  [
    'hides everything by !important',
    page(P, '<style>* { all: unset !important } p { display: block !important }</style>'),
  ],
  [
    'breaks its own prototypes',
    page(
      P,
      `<script>
      const broken = () => { throw new Error('broken by the page'); };
      for (const name of ['map', 'filter', 'push', 'find', 'sort']) Array.prototype[name] = broken;
      for (const name of ['contains', 'getRootNode', 'compareDocumentPosition']) Node.prototype[name] = broken;
      Map.prototype.get = Set.prototype.add = broken; globalThis.queueMicrotask = broken;
      globalThis.MutationObserver = globalThis.IntersectionObserver = globalThis.Highlight = broken;
      customElements.define = Document.prototype.createNodeIterator = Document.prototype.createTreeWalker = broken;
      </script>`,
    ),
  ],
  [
    'names its forms after what scripts ask for',
    page(`<form name="body"></form><form name="documentElement"></form><img name="createNodeIterator">
      <form name="querySelectorAll"></form><form name="createTreeWalker"></form><form name="designMode"></form>
      <form><input name="parentNode"><input name="firstChild"><input name="nextSibling"><input name="localName">
      <input name="nodeType"><input name="isConnected"><input name="getAttribute"><input name="hasAttributes">
      <input name="closest"><input name="contains"><input name="getRootNode"><input name="shadowRoot">${P}</form>`),
  ],
  [
    'moves its nodes all the time',
    page(
      `${P.repeat(50)}<div id="a"></div><script>
      setInterval(() => { const list = document.querySelectorAll('p'); const one = list[Math.floor(Math.random() * list.length)];
        if (Math.random() < 0.5) a.append(one); else document.body.prepend(one); }, 1);</script>`,
    ),
  ],
  [
    'nests 5,000 levels deep out of sight',
    page(
      `${P}<script>let at = document.createElement('p'); for (let i = 0; i < 5000; i++) { const above = document.createElement(i % 2 ? 'b' : 'div'); above.append(at); at = above; if (i % 100 === 0) at.append('zinc '); }
      at.style.display = 'none'; document.body.append(at);</script>`,
    ),
  ],
  [
    'clears the highlights again and again, and shoots events',
    page(
      `${P}<script>
      let left = 200; const timer = setInterval(() => { CSS.highlights.clear(); if (!left--) clearInterval(timer);
        for (let i = 0; i < 20; i++) document.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: i, clientY: 40 }));
        window.postMessage({ type: 'start-engine' }, '*'); document.dispatchEvent(new CustomEvent('start')); }, 5);</script>`,
    ),
  ],
  [
    'answers each change with another',
    page(
      `${P}<p id="n">0</p><script>let left = 2000; new MutationObserver(() => { if (left--) n.firstChild.data = 'zinc ' + left; })
      .observe(document, { subtree: true, childList: true, characterData: true }); n.append(' go');</script>`,
    ),
  ],
];

inEachBrowser('A page that', (world) => {
  const pathOf = (name: string) => `/hostile-${name.replace(/\W/g, '-')}`;
  /** What each page sees of itself without us. */
  const plain = new Map<string, unknown>();
  beforeAll(async () => {
    const browser = await launchPlain(world.name);
    const tab = await browser.newPage();
    for (const [name, html] of HOSTILE) {
      world.pages.set(pathOf(name), { body: html });
      await tab.goto(world.server.url + pathOf(name).slice(1), { waitUntil: 'load' });
      await pause(500);
      plain.set(name, await seen(tab));
    }
    await browser.close();
  });

  for (const [name] of HOSTILE) {
    it(`${name} gets its marks, no exception, and no change`, async () => {
      const errors: string[] = [];
      const tab = await world.launched.browser.newPage();
      tab.on('pageerror', (error) => errors.push(String(error)));
      tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await tab.goto(world.server.url + pathOf(name).slice(1), { waitUntil: 'load' });
      await tab.bringToFront();
      await expect.poll(() => namesOf(tab), { timeout: 15_000 }).toContain('magnesium');
      await pause(300);
      expect(errors.filter((error) => !/favicon|404/.test(error))).toEqual([]);
      expect(await seen(tab)).toEqual(plain.get(name));
    });
  }

  it('loads us twice has each mark once', async () => {
    const tab = await world.show(page(P));
    await waitForMarks(tab);
    await world.control.evaluate(async () => {
      for (const { id, url } of await chrome.tabs.query({})) {
        if (id === undefined || !url?.startsWith('http')) continue;
        for (let i = 0; i < 2; i++)
          await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/content-script.js'] });
        await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/page-engine.js'] });
      }
    });
    await pause(800);
    expect((await marksOn(tab)).map(({ text }) => text)).toEqual(['magnesium', 'fasciculations']);
  });

  it('comes back from the back-forward cache has its marks and its report', async () => {
    const tab = await world.show(page(P));
    await waitForMarks(tab);
    world.pages.set('/other', { body: page('<p>nothing here</p>') });
    await tab.goto(`${world.server.url}other`);
    await pause(300);
    await tab.evaluate(() => setTimeout(() => history.back(), 10));
    await pause(1500);
    await waitForMarks(tab);
    await expect
      .poll(() =>
        world.control.evaluate(async () => {
          const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
          return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
        }),
      )
      .toBe('2');
  });
});
