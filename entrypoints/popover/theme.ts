/** Whether the text around a mark stands light on dark, so that the card looks at home there. */
import { parentOf } from './geometry.ts';
import { lightnessOf } from './lightness.ts';

type Shade = 'light' | 'dark';

/** Lightness (0 to 1) above which a surface is light, and beyond which text can only stand on the opposite. */
const MIDDLE = 0.5;
const LIGHT_TEXT = 0.7;
const DARK_TEXT = 0.4;

/** The shade of what `element` stands on; undefined where it cannot be told (a picture, a gradient). */
export function shadeBehind(element: Element): Shade | undefined {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return shadeOfText(getComputedStyle(element).color);
    const colour = lightnessOf(backgroundColor);
    if (colour && colour.alpha > 0.5) return colour.lightness < MIDDLE ? 'dark' : 'light';
  }
  // The browser's own canvas, light or dark by the page's wish: the text on it tells which.
  return shadeOfText(getComputedStyle(element).color);
}

function shadeOfText(colour: string): Shade | undefined {
  const lightness = lightnessOf(colour)?.lightness;
  if (lightness === undefined) return undefined;
  if (lightness > LIGHT_TEXT) return 'dark';
  return lightness < DARK_TEXT ? 'light' : undefined;
}
