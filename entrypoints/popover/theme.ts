/** Whether the text around a mark stands light on dark, so that the card looks at home there. */
import { parentOf } from './geometry.ts';

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

/**
 * Perceived lightness from 0 (black) to 1 (white) and opacity of a computed colour; undefined for a notation that is
 * not known here.
 */
export function lightnessOf(colour: string): { lightness: number; alpha: number } | undefined {
  const match = /^([a-z]+)\((.*)\)$/.exec(colour);
  if (!match) return undefined;
  const [, notation, inside] = match as unknown as [string, string, string];
  const [channels = '', after] = inside.split('/');
  const numbers = channels.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  const [first = 0, second = 0, third = 0, fourth] = notation === 'color' ? numbers.slice(-3) : numbers;
  const alpha = after === undefined ? (notation === 'rgba' ? (fourth ?? 1) : 1) : Number.parseFloat(after);
  switch (notation) {
    case 'rgb':
    case 'rgba':
      return { lightness: luma(first / 255, second / 255, third / 255), alpha };
    case 'color':
      return { lightness: luma(first, second, third), alpha };
    case 'oklab':
    case 'oklch':
      return { lightness: first, alpha };
    case 'lab':
    case 'lch':
      return { lightness: first / 100, alpha };
    default:
      return undefined;
  }
}

/** Weights of Rec. 709 on gamma-encoded channels: near enough to tell light from dark. */
function luma(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
