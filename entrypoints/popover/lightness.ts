/** How light a colour looks. Pure: no page. */

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
