/** Which mark is under a point: the caret there, its container's marks, and their rectangles. */
import { containerOf } from './blocks.ts';
import type { IndexedMatch } from './page-index.ts';
import type { Painter } from './painter.ts';

/** Pixels beyond a mark's rectangle that still count as on it. */
const SLACK = 2;

/** The mark at a point of the viewport, or undefined. */
export function markAt(x: number, y: number, painter: Painter): IndexedMatch | undefined {
  const node = document.caretPositionFromPoint(x, y)?.offsetNode;
  if (!node || node.nodeType !== Node.TEXT_NODE) return undefined;
  const container = containerOf(node, new Map());
  if (!container) return undefined;
  return painter.marksIn(container).find((mark) => rectOf(mark, x, y) !== undefined);
}

/** The rectangle of `mark` that holds the point, or its first one where no point is given; undefined where it has none. */
export function rectOf({ range }: IndexedMatch, x?: number, y?: number): DOMRect | undefined {
  if (!range.startContainer.isConnected || !range.endContainer.isConnected) return undefined;
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text was cut since; the index hears of it in a moment.
    return undefined;
  }
  const rects = [...live.getClientRects()].filter(({ width }) => width > 0);
  if (x === undefined || y === undefined) return rects[0];
  return rects.find(
    (rect) => x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK,
  );
}
