import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MARK, FLASH_RULE, type Look, markName, markRule } from '../../../core/settings/mark-rule.ts';
import { SETTINGS } from '../../../core/settings/schema.ts';

/** A style sheet without comments and without the white space that means nothing. */
const plain = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*([{}:;,()])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replaceAll(';}', '}');
const sheet = (entrypoint: string) =>
  plain(readFileSync(new URL(`../../../entrypoints/${entrypoint}/index.css`, import.meta.url), 'utf8'));
/** All that is said for marks of a name, outside of forced colours. */
const declarationOf = (css: string, name: string) =>
  new RegExp(`(?:^|[{}])::highlight\\(${name}\\)\\{([^}]*)\\}`).exec(plain(css))?.[1];

const looks: Look[] = SETTINGS.markStyle.options.flatMap((markStyle) =>
  SETTINGS.intensity.options.flatMap((intensity) =>
    SETTINGS.colour.options.map((colour) => ({ markStyle, intensity, colour })),
  ),
);

describe('A mark looks', () => {
  it.each(looks.map((look) => [markName(look), look] as const))('on our own pages as on others: %s', (name, look) => {
    const shown = declarationOf(sheet('marks'), name);
    expect(shown).toBeDefined();
    expect(shown).toBe(declarationOf(markRule(look, true), name));
  });

  it.each([
    ['Chromium', false, `:root::highlight(${DEFAULT_MARK}),text::highlight(${DEFAULT_MARK})`],
    ['Firefox', true, `::highlight(${DEFAULT_MARK})`],
  ])('in forced colours like the mark of the reader’s own theme, and in no print: %s', (_, firefox, all) => {
    const rule = markRule({ markStyle: 'dotted', intensity: 'normal', colour: 'teal' }, firefox);
    const forced = 'text-decoration:none;background-color:Mark;color:MarkText';
    expect(rule).toContain(`@media screen and (forced-colors:active){${all}{${forced}}}`);
    expect(rule.match(/@media [^{]*/g)).toEqual(['@media screen', '@media screen and (forced-colors:active)']);
    expect(rule.startsWith('@media ')).toBe(true);
  });

  it('by default as the rule that is inserted for it would say, and flashes alike everywhere', () => {
    const everywhere = sheet('default-mark');
    const look: Look = { markStyle: 'dotted', intensity: 'normal', colour: 'teal' };
    const expected = declarationOf(markRule(look, true), DEFAULT_MARK);
    expect(declarationOf(everywhere, DEFAULT_MARK)).toBe(expected);
    expect(everywhere).toContain(`:root::highlight(${DEFAULT_MARK}){${expected}}`);
    expect(declarationOf(everywhere, 'fascicle-flash')).toBe(declarationOf(FLASH_RULE, 'fascicle-flash'));
  });
});
