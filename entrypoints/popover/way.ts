/** The way from a mark to its card, as geometry: a pointer on it is on its way to the card, whatever it passes. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** How far beyond the straight edges a hand may sway. */
const SWAY = 8;

/**
 * Whether `point` lies in the triangle between `from`, where the pointer left the mark, and the side of the card that
 * faces it.
 */
export function isOnWay(point: Point, from: Point, card: Box): boolean {
  const [a, b] = facingSide(from, card);
  return isInTriangle(point, from, a, b);
}

/** Distance from a point to a box; 0 inside. */
export function distance({ x, y }: Point, { left, right, top, bottom }: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** The ends of the card's side nearest to `from`, with the sway added. */
function facingSide(from: Point, { left, right, top, bottom }: Box): [Point, Point] {
  if (from.y <= top) return ends('y', top + SWAY, left, right);
  if (from.y >= bottom) return ends('y', bottom - SWAY, left, right);
  return from.x <= left ? ends('x', left + SWAY, top, bottom) : ends('x', right - SWAY, top, bottom);
}

function ends(across: 'x' | 'y', at: number, low: number, high: number): [Point, Point] {
  return across === 'y'
    ? [
        { x: low - SWAY, y: at },
        { x: high + SWAY, y: at },
      ]
    : [
        { x: at, y: low - SWAY },
        { x: at, y: high + SWAY },
      ];
}

function isInTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [side(p, a, b), side(p, b, c), side(p, c, a)];
  return sides.every((value) => value <= 0) || sides.every((value) => value >= 0);
}

/** On which side of the line through `a` and `b` the point is. */
function side(p: Point, a: Point, b: Point): number {
  return (p.x - b.x) * (a.y - b.y) - (a.x - b.x) * (p.y - b.y);
}
