/** Where the card goes: beside the marked lines, never over them, inside the viewport, following scroll and layout. */
import { computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/core';
import type { PointedMark } from '../content-script/bridge.ts';
import { documentElement, listen, rootNodeOf } from '../content-script/dom.ts';
import { isInSight, platform, scrollersAround } from './geometry.ts';
import type { Host } from './host.ts';
import { EDGE, GAP, JUMP, LEAST_ROOM, LOOK_AGAIN } from './timings.ts';

interface Listener {
  /** The mark is gone, hidden or scrolled out of sight. */
  lost(): void;
  /** The card is somewhere else than the reader saw it. */
  jumped(): void;
}

/** Keeps the host at the mark until the signal aborts; of a wrapped mark, at the line that holds `point`. */
export function follow(
  host: Host,
  mark: PointedMark,
  point: { x?: number; y?: number },
  listener: Listener,
  signal: AbortSignal,
): void {
  const line = lineAt(mark.rects(), point);
  const reference = { getBoundingClientRect: () => besideAllLines(mark.rects(), line) };
  const placement = placementFor(mark.container);
  const scrollers = scrollersAround(mark.container);
  let last: { x: number; y: number } | undefined;
  const update = async () => {
    const isVisible =
      Element.prototype.checkVisibility.call(mark.container, { visibilityProperty: true }) && !host.isCovered;
    if (!isVisible || !mark.rects().some((rect) => isInSight(rect, scrollers))) return listener.lost();
    const { x, y } = await computePosition(reference, host.element, {
      platform,
      strategy: 'fixed',
      placement,
      middleware: [
        offset(GAP),
        flip({ padding: EDGE }),
        shift({ padding: EDGE }),
        size({ padding: EDGE, apply: ({ availableHeight }) => giveRoom(host, availableHeight) }),
        shift({ padding: EDGE, mainAxis: false, crossAxis: isTight() }),
      ],
    });
    if (signal.aborted) return;
    if (last && Math.hypot(x - last.x, y - last.y) > JUMP) listener.jumped();
    last = { x, y };
    host.place({ zoom: String(1 / host.pageZoom), left: `${Math.round(x)}px`, top: `${Math.round(y)}px` });
  };
  void update();
  whenMoved(mark.container, host.mount, () => void update(), signal);
}

/** Calls `moved` at most once a frame when anything may have moved or grown: scrollers at once, the rest by a look. */
function whenMoved(container: Element, mount: Element, moved: () => void, signal: AbortSignal): void {
  let scheduled = false;
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      if (!signal.aborted) moved();
    });
  };
  const passive = { capture: true, passive: true } as const;
  // A scroller inside a shadow root is not heard of outside of it.
  for (const root of new Set<Node>([document, rootNodeOf(container)]))
    listen(root, 'scroll', schedule, signal, passive);
  // Dialogs that open, folds that close.
  for (const type of ['toggle', 'fullscreenchange']) listen(document, type, schedule, signal, passive);
  addEventListener('resize', schedule, { signal });
  visualViewport?.addEventListener('resize', schedule, { signal });
  const sizes = new ResizeObserver(schedule);
  for (const element of [container, mount]) sizes.observe(element);
  const timer = setInterval(schedule, LOOK_AGAIN);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    clearInterval(timer);
  });
}

/** Lays the host along the lower edge of what the reader sees, whatever they have zoomed into. */
export function dock(host: Host, signal: AbortSignal): void {
  const update = () => {
    const { offsetLeft, offsetTop, width, height } = visualViewport ?? {
      offsetLeft: 0,
      offsetTop: 0,
      width: innerWidth,
      height: innerHeight,
    };
    const below = (documentElement()?.clientHeight ?? innerHeight) - offsetTop - height;
    setRoom(host, Math.round(height));
    host.place({
      zoom: String(1 / host.pageZoom),
      left: `${Math.round(offsetLeft)}px`,
      bottom: `${Math.max(0, Math.round(below))}px`,
      width: `${Math.round(width)}px`,
    });
  };
  update();
  visualViewport?.addEventListener('resize', update, { signal });
  visualViewport?.addEventListener('scroll', update, { signal });
}

function giveRoom(host: Host, available: number): void {
  const room = Math.round(isTight() ? innerHeight - 2 * EDGE : Math.max(available, LEAST_ROOM));
  setRoom(host, room);
}

/** Only where it differs: everything in the card inherits it and would be styled anew. */
function setRoom({ mount }: Host, room: number): void {
  if (mount.style.getPropertyValue('--room') !== `${room}px`) mount.style.setProperty('--room', `${room}px`);
}

/** A frame so small that no place beside a line is left. */
function isTight(): boolean {
  return innerHeight < 2 * (LEAST_ROOM + EDGE);
}

/** Index of the line that holds the point, else the first. */
function lineAt(rects: readonly DOMRect[], { x, y }: { x?: number; y?: number }): number {
  if (x === undefined || y === undefined) return 0;
  const found = rects.findIndex(
    ({ left, right, top, bottom }) => x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 2,
  );
  return Math.max(0, found);
}

/** As wide as the line that is pointed at, as high as all lines of the mark. */
function besideAllLines(rects: readonly DOMRect[], line: number): DOMRect {
  const pointed = rects[line] ?? rects[0];
  if (!pointed) return new DOMRect();
  const top = Math.min(...rects.map((rect) => rect.top));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(pointed.left, top, pointed.width, bottom - top);
}

/** Below a line that runs across, aligned with where the word begins; beside one that runs down. */
function placementFor(container: Element): Placement {
  const { direction, writingMode } = getComputedStyle(container);
  if (writingMode !== 'horizontal-tb') return 'right-start';
  return direction === 'rtl' ? 'bottom-end' : 'bottom-start';
}
