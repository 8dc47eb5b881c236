/** The card on a page that the reader has zoomed to 200 % with the browser's own zoom: nothing of it is cut or out of reach. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForMark, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser, type World } from '../support/world.ts';
import { article, PROSE, step } from './support.ts';

/** Zooms the tab of `page` to 200 % as Ctrl and + do, and waits until it is laid out so: an ordinary window is 1,100 px wide. */
async function zoomIn(world: World, page: Page): Promise<void> {
  await world.control.evaluate(async (url) => {
    const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
    await chrome.tabs.setZoom(tabs.find((tab) => tab.url === url)?.id, 2);
  }, page.url());
  await page.waitForFunction(() => innerWidth <= 550, { polling: 100 });
}

/** How the card and what has the focus in it lie in the viewport. */
function measure(world: World, page: Page) {
  return world.control.evaluate(async (url) => {
    const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: tabs.find((tab) => tab.url === url)?.id ?? -1 },
      func: () => {
        const host = document.querySelector('[popover=manual]') as HTMLElement & {
          openOrClosedShadowRoot?: ShadowRoot;
        };
        const root = host.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
        const card = root?.querySelector('.card');
        const focused = root?.activeElement;
        if (!card || !focused) return undefined;
        const inside = (box: DOMRect, around: { left: number; top: number; right: number; bottom: number }) =>
          box.left >= around.left - 1 &&
          box.top >= around.top - 1 &&
          box.right <= around.right + 1 &&
          box.bottom <= around.bottom + 1;
        const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
        const cut = [...card.querySelectorAll('*:not(.hidden-visually)')].filter(
          (part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX === 'hidden',
        );
        return {
          cardIsInView: inside(card.getBoundingClientRect(), view),
          scrollsSideways: card.scrollWidth > card.clientWidth,
          cutOff: cut.map((part) => part.getAttribute('class')),
          focused: focused.getAttribute('role') ?? focused.textContent ?? '',
          focusIsInView: inside(focused.getBoundingClientRect(), card.getBoundingClientRect()),
        };
      },
    });
    return answer?.result ?? undefined;
  }, page.url());
}

const ALL_SEEN = { cardIsInView: true, scrollsSideways: false, cutOff: [], focusIsInView: true };

inEachBrowser('A reader who needs everything twice as large', (world) => {
  it('sees all of each card and reaches all that is in it', async () => {
    const page = await world.show(article(PROSE));
    await waitForMark(page, 'fasciculation');
    await zoomIn(world, page);
    await waitForMark(page, 'fasciculation');
    let last = '';
    for (const isFirst of [true, false, false]) {
      await step(world, page, 1, isFirst);
      const card = await waitForPopover(
        world.control,
        page,
        (seen) => seen?.focused === 'dialog' && seen.text.slice(0, 200) !== last,
      );
      last = card?.text.slice(0, 200) ?? '';
      const reached: string[] = [];
      // What is below the fold is drawn a moment later: there is more to reach than at first.
      for (let stop = 0; stop < 60 && !reached.includes('Not on this site'); stop++) {
        await page.keyboard.press('Tab');
        const seen = await measure(world, page);
        expect(seen, reached.at(-1)).toMatchObject(ALL_SEEN);
        reached.push(seen?.focused ?? '');
      }
      expect(reached).toEqual(expect.arrayContaining(['The full entry', 'Copy with sources', 'Not on this site']));
    }
  });
});
