/** Where the card goes: beside the marked line, never over it, inside the viewport, following scroll and layout. */
import { autoUpdate, computePosition, flip, hide, offset, shift, size } from '@floating-ui/dom';
import type { PointedMark } from '../content-script/bridge.ts';
import type { Host } from './host.ts';
import { EDGE, GAP } from './timings.ts';

/** Keeps the host at the mark until the signal aborts; `lost` is called when the mark is gone or scrolled out of sight. */
export function follow(
  host: Host,
  mark: PointedMark,
  point: { x?: number; y?: number },
  lost: () => void,
  signal: AbortSignal,
): void {
  let first = mark.rect(point.x, point.y);
  const reference = {
    contextElement: mark.container,
    getBoundingClientRect() {
      // Of a wrapped mark the line that was pointed at, as long as nothing moved; afterwards its first line.
      const rect = first ?? mark.rect();
      first = undefined;
      return rect ?? new DOMRect();
    },
  };
  const update = async () => {
    if (!mark.rect()) return lost();
    const { x, y, middlewareData } = await computePosition(reference, host.element, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        flip({ padding: EDGE, fallbackAxisSideDirection: 'none' }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply: ({ availableHeight }) => host.mount.style.setProperty('--room', `${Math.round(availableHeight)}px`),
        }),
        hide(),
      ],
    });
    if (signal.aborted) return;
    if (middlewareData.hide?.referenceHidden) return lost();
    host.moveTo(x, y);
  };
  const stop = autoUpdate(reference, host.element, () => void update());
  signal.addEventListener('abort', stop);
}
