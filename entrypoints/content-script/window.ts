/** Which of many marks are near the viewport: for containers so long that being near says little about their marks. */
import type { IndexedMatch } from './indexed-match.ts';
import { rectsOf } from './pointing.ts';

/** Pieces that a run of marks is cut into; a piece is judged by its first and last mark. */
const PIECES = 64;
/** Runs this short are taken whole. */
const WHOLE = 16;
/** How far beyond the viewport counts as near, in viewports. */
const REACH = 0.75;

/** Those of `marks` (in document order, of one container) that are near the viewport, and a few around them. */
export function nearViewport(marks: readonly IndexedMatch[]): IndexedMatch[] {
  const near: IndexedMatch[] = [];
  collect(marks, 0, marks.length, near);
  return near;
}

function collect(marks: readonly IndexedMatch[], from: number, to: number, near: IndexedMatch[]): void {
  if (to - from <= WHOLE) {
    for (let i = from; i < to; i++) near.push(marks[i] as IndexedMatch);
    return;
  }
  const size = Math.max(WHOLE, Math.ceil((to - from) / PIECES));
  for (let start = from; start < to; start += size) {
    const end = Math.min(to, start + size);
    if (isNear(marks[start] as IndexedMatch, marks[end - 1] as IndexedMatch)) collect(marks, start, end, near);
  }
}

/** Whether the box around two marks meets the viewport and its surroundings. */
function isNear(first: IndexedMatch, last: IndexedMatch): boolean {
  const a = rectsOf(first)[0];
  const b = rectsOf(last)[0];
  if (!a || !b) return Boolean(a ?? b);
  const across = innerWidth * REACH;
  const down = innerHeight * REACH;
  return (
    Math.min(a.top, b.top) < innerHeight + down &&
    Math.max(a.bottom, b.bottom) > -down &&
    Math.min(a.left, b.left) < innerWidth + across &&
    Math.max(a.right, b.right) > -across
  );
}
