import { expect, it } from 'vitest';
import { lightnessOf } from '../../../entrypoints/popover/lightness.ts';

it.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgb(0, 0, 0)', 0, 1],
  ['rgba(0, 0, 0, 0)', 0, 0],
  ['rgba(255, 255, 255, 0.5)', 1, 0.5],
  ['rgb(255 255 255 / 0.5)', 1, 0.5],
  ['color(srgb 1 1 1 / 0.25)', 1, 0.25],
  ['color(display-p3 0 0 0)', 0, 1],
  ['oklch(0.95 0.02 90)', 0.95, 1],
  ['oklab(0.2 0 0 / 0.9)', 0.2, 0.9],
  ['lab(30 10 -10)', 0.3, 1],
  ['lch(90 1e-3 0)', 0.9, 1],
] as const)('reads %s', (colour, lightness, alpha) => {
  const read = lightnessOf(colour);
  expect(read?.lightness).toBeCloseTo(lightness);
  expect(read?.alpha).toBe(alpha);
});

it.each(['', 'red', 'var(--x)', 'wide(1 2 3)'])('makes nothing of %s', (colour) => {
  expect(lightnessOf(colour)).toBeUndefined();
});
