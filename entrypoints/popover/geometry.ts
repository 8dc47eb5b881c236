/** What Floating UI has to know of the page: our host's box, the viewport, and what of a mark scrollers let through. */
import type { Platform } from '@floating-ui/core';
import {
  boxOf,
  isFragment,
  nameOf,
  parentElementOf,
  rootNodeOf,
  scrollingElement,
  slotOf,
} from '../content-script/dom.ts';

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Everything is measured in the viewport: the host is fixed in the top layer, where nothing else clips it. */
export const platform: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: (reference as { getBoundingClientRect(): DOMRect }).getBoundingClientRect(),
    floating: { x: 0, y: 0, ...sizeOf(floating as Element) },
  }),
  getDimensions: (element) => sizeOf(element as Element),
  getClippingRect: () => ({ x: 0, y: 0, ...viewport() }),
};

function sizeOf(element: Element) {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

/** Without scroll bars. */
function viewport() {
  const { clientWidth: width = innerWidth, clientHeight: height = innerHeight } = scrollingElement() ?? {};
  return { width, height };
}

/** The elements around `element` that may cut off what is in it. */
export function scrollersAround(element: Element): Element[] {
  const scrollers: Element[] = [];
  for (let at: Element | null = element; at && nameOf(at) !== 'body'; at = parentOf(at)) {
    const { overflow, position } = getComputedStyle(at);
    if (overflow !== 'visible') scrollers.push(at);
    if (position === 'fixed') break;
  }
  return scrollers;
}

/** Whether anything of `box` can be seen through the viewport and `scrollers`. */
export function isInSight(box: Box, scrollers: readonly Element[]): boolean {
  const { width, height } = viewport();
  const windows: Box[] = [{ left: 0, top: 0, right: width, bottom: height }];
  for (const scroller of scrollers) windows.push(boxOf(scroller));
  const left = Math.max(box.left, ...windows.map((window) => window.left));
  const right = Math.min(box.right, ...windows.map((window) => window.right));
  const top = Math.max(box.top, ...windows.map((window) => window.top));
  const bottom = Math.min(box.bottom, ...windows.map((window) => window.bottom));
  return left < right && top < bottom;
}

/** The element around `element` as the page shows it: through slots and shadow roots. */
export function parentOf(element: Element): Element | null {
  const above = slotOf(element) ?? parentElementOf(element);
  if (above) return above;
  const root = rootNodeOf(element);
  return isFragment(root) ? root.host : null;
}
