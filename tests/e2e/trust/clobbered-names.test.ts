/**
 * A page can name elements after whatever a script asks of its document or of a form (`<img name=createElement>`), in the
 * extension's own world too. Cards open and work there all the same.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { press, rest, type SeenMark, waitForMark, waitForPopover } from '../../../scripts/lib/reader.ts';
import { article, PROSE, step, waitForNoCard } from '../popover/support.ts';
import { inEachBrowser } from '../support/world.ts';

/** Puts an element into `#names` for every name that the prototypes have, but for those by which the tests look at the page. */
const name = (page: Page, tag: 'img' | 'input', prototypes: readonly string[], spared: readonly string[] = []) =>
  page.evaluate(
    (tag, owners, spared) => {
      const world = globalThis as unknown as Record<string, { prototype: object }>;
      const names = new Set(owners.flatMap((owner) => Object.getOwnPropertyNames(world[owner]?.prototype ?? {})));
      const elements = [...names]
        .filter((name) => !spared.includes(name))
        .map((name) => Object.assign(document.createElement(tag), { name, hidden: true }));
      document.getElementById('names')?.append(...elements);
    },
    tag,
    prototypes,
    spared,
  );

inEachBrowser('On a page that gives its elements', (world) => {
  const close = async (page: Page) => {
    await page.keyboard.press('Escape');
    await waitForNoCard(world, page);
  };
  const useKeys = async (page: Page) => {
    expect(await step(world, page, 1, true)).toBe(true);
    await waitForPopover(world.control, page, (seen) => seen?.focused !== undefined);
    await close(page);
  };
  const useMouse = async (page: Page, mark: SeenMark) => {
    await rest(page, mark);
    await press(world.control, page, 'Copy with sources');
    await waitForPopover(world.control, page, (seen) => /Copied|Here is the text/.test(seen?.text ?? ''));
    await close(page);
  };

  it('the names of what documents have, cards open, work and close', async () => {
    const page = await world.show(article(`${PROSE}<div id="names"></div>`));
    const mark = await waitForMark(page, 'fasciculation');
    await name(page, 'img', ['Document', 'Node', 'EventTarget'], ['constructor', 'querySelectorAll']);
    await useKeys(page);
    await useMouse(page, mark);
  });

  it('the names of what a form has, cards open, work and close in it, and give its focus back', async () => {
    const page = await world.show(
      article(`<form id="form" tabindex="0">${PROSE.replace(/<\/?p>/g, '')}<span id="names"></span></form>`),
    );
    const mark = await waitForMark(page, 'fasciculation');
    await page.evaluate(() => {
      globalThis.addEventListener('focusin', ({ target }) => Object.assign(globalThis, { focused: target }));
    });
    await page.focus('#form');
    await name(page, 'input', ['HTMLFormElement', 'HTMLElement', 'Element', 'Node', 'EventTarget'], ['constructor']);
    await useKeys(page);
    expect(await page.evaluate('focused === document.querySelector("form")')).toBe(true);
    await useMouse(page, mark);
  });
});
