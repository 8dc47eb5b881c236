/** How marks look: the highlight's name and rule for each choice of style, intensity and colour. */
import { DEFAULTS, type Settings } from './defaults.ts';

export type Look = Pick<Settings, 'markStyle' | 'intensity' | 'colour'>;

const COLOURS = { teal: '#0a8f96', amber: '#c27c00', violet: '#8a5cd6', text: 'currentColor' } as const;
/** Thickness of a line, share of its colour, share of a tint's. */
const INTENSITIES = { quiet: ['1px', 30, 10], normal: ['1.5px', 55, 18], strong: ['2px', 85, 28] } as const;
/** What a line's colour leans on, so that it is seen on light and dark pages alike: the text's own colour. */
const GROUND = 'color-mix(in srgb, currentColor 60%, transparent)';

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
  const [thickness, line, tint] = INTENSITIES[intensity] ?? INTENSITIES.normal;
  const hue = COLOURS[colour] ?? COLOURS.teal;
  if (markStyle === 'tint') return `background-color:color-mix(in srgb,${hue} ${tint}%,transparent)`;
  return `text-decoration:underline ${markStyle} ${thickness} color-mix(in srgb,${hue} ${line}%,${GROUND})`;
}
