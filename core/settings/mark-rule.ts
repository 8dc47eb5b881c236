/** How marks look: the highlight's name and rule for each choice of style, intensity and colour. */
import { DEFAULTS, type Settings } from './defaults.ts';

export type Look = Pick<Settings, 'markStyle' | 'intensity' | 'colour'>;

const COLOURS = { teal: '#0a8f96', amber: '#c27c00', violet: '#8a5cd6', text: 'currentColor' } as const;
/** Thickness of a line, share of a tint. Browsers round a thickness to whole pixels of the screen, each its own way. */
const INTENSITIES = { quiet: ['1px', 10], normal: ['2px', 18], strong: ['3px', 28] } as const;
/**
 * What a line's colour leans on a little: the text's own colour. No more than that, for Chromium takes the root's, which
 * may be black where the text is white; the colours by themselves are seen on light and dark pages alike.
 */
const GROUND = 'color-mix(in srgb, currentColor 60%, transparent)';
const HUE = 75;
/** A tint in the text's colour: seen on white and on black, wherever the browser takes that colour from. */
const GREY = '#808080';

/** The name under which marks of this look are registered. */
export const markName = ({ markStyle, intensity, colour }: Look): string =>
  `fascicle-${markStyle}-${intensity}-${colour}`;

/** The name of the look that every page has a rule for. */
export const DEFAULT_MARK = markName(DEFAULTS);

/** How a mention that was stepped to flashes in a shadow root of Firefox; elsewhere the page's own sheet of ours says it. */
export const FLASH_RULE = '@media screen{::highlight(fascicle-flash){background-color:#ffd54a;color:#1a1a1a}}';

/**
 * The rules of a look. They stand on the root and are inherited: in Chromium a rule for every element makes every change
 * of style of a page half as slow again. Firefox has no such cost and no such inheritance. None applies in print.
 * Chromium paints no line below SVG text: there a tint stands for it.
 */
export function markRule(look: Look, firefox: boolean): string {
  const name = `::highlight(${markName(look)})`;
  const all = firefox ? name : `:root${name},text${name}`;
  const forced = `${all}{text-decoration:none;background-color:Mark;color:MarkText}`;
  const screen = firefox
    ? `${name}{${declaration(look)}}`
    : `:root${name}{${declaration(look)}}text${name}{${declaration({ ...look, markStyle: 'tint' })}}`;
  return `@media screen{${screen}}@media screen and (forced-colors:active){${forced}}`;
}

function declaration({ markStyle, intensity, colour }: Look): string {
  const [thickness, tint] = INTENSITIES[intensity] ?? INTENSITIES.normal;
  const hue = COLOURS[colour] ?? COLOURS.teal;
  const isText = colour === 'text';
  if (markStyle === 'tint') return `background-color:color-mix(in srgb,${isText ? GREY : hue} ${tint}%,transparent)`;
  const line = isText ? hue : `color-mix(in srgb,${hue} ${HUE}%,${GROUND})`;
  return `text-decoration:underline ${markStyle} ${thickness} ${line}`;
}
