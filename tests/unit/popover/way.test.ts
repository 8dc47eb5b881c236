import { describe, expect, it } from 'vitest';
import { distance, isOnWay } from '../../../entrypoints/popover/way.ts';

/** A card below, above, right and left of a mark at (200, 200), and points on the way to it. */
const CARDS = [
  { card: { left: 180, right: 540, top: 220, bottom: 500 }, on: { x: 300, y: 215 }, off: { x: 100, y: 205 } },
  { card: { left: 180, right: 540, top: 20, bottom: 180 }, on: { x: 300, y: 185 }, off: { x: 100, y: 195 } },
  { card: { left: 230, right: 590, top: 100, bottom: 400 }, on: { x: 225, y: 300 }, off: { x: 205, y: 380 } },
  { card: { left: 10, right: 170, top: 100, bottom: 400 }, on: { x: 175, y: 300 }, off: { x: 195, y: 380 } },
];

describe('the way from a mark to its card', () => {
  it.each(CARDS)('is the triangle to the side that faces the mark (%#)', ({ card, on, off }) => {
    expect(isOnWay(on, { x: 200, y: 200 }, card)).toBe(true);
    expect(isOnWay(off, { x: 200, y: 200 }, card)).toBe(false);
  });

  it('forgives a hand that sways beyond the corner', () => {
    expect(isOnWay({ x: 178, y: 224 }, { x: 200, y: 200 }, CARDS[0]?.card ?? new DOMRect())).toBe(true);
  });
});

it('measures the distance to a box, none inside', () => {
  const box = { left: 10, right: 20, top: 10, bottom: 20 };
  expect(distance({ x: 15, y: 15 }, box)).toBe(0);
  expect(distance({ x: 0, y: 15 }, box)).toBe(10);
  expect(distance({ x: 23, y: 24 }, box)).toBe(5);
});
