/** Settings and their values in the reader's words, as the fields of this page call them. */
import { headline } from '../../components/library.ts';
import { CATEGORY_GROUP, type PlainKey, say, uiLanguage } from '../../components/words.ts';
import { CATEGORIES } from '../../core/knowledge/schema.ts';
import type { Settings } from '../../core/settings/defaults.ts';

const NAMES: Readonly<Record<keyof Settings, PlainKey>> = {
  enabled: 'options.enabled',
  mode: 'options.mode',
  markStyle: 'options.markStyle',
  intensity: 'options.intensity',
  colour: 'options.colour',
  density: 'options.density',
  hiddenCategories: 'options.hiddenCategories',
  hiddenTerms: 'options.hidden',
  openOn: 'options.openOn',
  modifier: 'options.modifier',
  dwell: 'options.dwell',
  theme: 'options.theme',
  sync: 'options.sync',
};

/** Choices of each setting that has some, in the order in which they are offered. */
export const CHOICES = {
  mode: { everywhere: 'mode.everywhere', listed: 'mode.listed' },
  markStyle: { dotted: 'style.dotted', solid: 'style.solid', wavy: 'style.wavy', tint: 'style.tint' },
  intensity: { quiet: 'intensity.quiet', normal: 'intensity.normal', strong: 'intensity.strong' },
  colour: { teal: 'colour.teal', amber: 'colour.amber', violet: 'colour.violet', text: 'colour.text' },
  density: { every: 'density.every', section: 'density.section', page: 'density.page' },
  openOn: { hover: 'openOn.hover', click: 'openOn.click', modifier: 'openOn.modifier' },
  modifier: { alt: 'modifier.alt', control: 'modifier.control', shift: 'modifier.shift' },
  theme: { auto: 'theme.auto', light: 'theme.light', dark: 'theme.dark' },
} as const satisfies { [Name in keyof Settings]?: Readonly<Record<Settings[Name] & string, PlainKey>> };

/** What the page calls a setting; a name that it does not know stays as it is. */
export const sayName = (name: string): string => {
  const key = (NAMES as Readonly<Record<string, PlainKey>>)[name];
  return key ? say(key) : name;
};

/** What the page calls the value of a setting. */
export function sayValue<Name extends keyof Settings>(name: Name, value: Settings[Name] | undefined): string {
  if (typeof value === 'boolean') return say(value ? 'rule.on' : 'rule.off');
  if (typeof value === 'number') return saySeconds(value);
  if (Array.isArray(value)) return value.map(sayItem).join(', ') || '–';
  const choices: Readonly<Record<string, Readonly<Record<string, PlainKey>>>> = CHOICES;
  const key = choices[name]?.[String(value)];
  return key ? say(key) : String(value);
}

/** Milliseconds as seconds. */
export function saySeconds(milliseconds: number): string {
  const seconds = new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit: 'second', unitDisplay: 'long' });
  return seconds.format(milliseconds / 1000);
}

function sayItem(item: string): string {
  const category = CATEGORIES.find((known) => known === item);
  return category ? say(CATEGORY_GROUP[category]) : (headline(item)?.name ?? item);
}
