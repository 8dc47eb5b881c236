/** Every state of the card with real CSS: readable by everyone, in both themes, without anything sticking out. */
import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import controls from '../../../components/controls.css?inline';
import entryStyles from '../../../components/entry.css?inline';
import { loadEntry } from '../../../components/library.ts';
import tokens from '../../../components/tokens.css?inline';
import { partsOf } from '../../../core/knowledge/parts.ts';
import type { EntryView } from '../../../core/knowledge/view.ts';
import { Card, type CardActions, type CardProps } from '../../../entrypoints/popover/Card.tsx';
import card from '../../../entrypoints/popover/card.css?inline';
import { Toast } from '../../../entrypoints/popover/Toast.tsx';
import { expectNoOverflow, expectAccessible as expectNothingFromAxe, mount, unmount } from '../support/mount.tsx';

const css = [tokens, controls, entryStyles, card].join('\n');
const THEMES = ['light', 'dark'] as const;

afterEach(unmount);

/** Colours count once the card has faded in. */
async function expectAccessible(): Promise<void> {
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  await expectNothingFromAxe();
}

async function entry(id: string): Promise<EntryView> {
  const found = await loadEntry(id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
}

/** Actions that note their names. */
function actionsInto(done: string[]): CardActions {
  const note = (name: string) => () => void done.push(name);
  return {
    openEntry: (id) => void done.push(`open ${id}`),
    back: note('back'),
    copy: note('copy'),
    hideTerm: note('hide'),
    switchOffHere: note('off'),
    openPanel: note('panel'),
    close: note('close'),
  };
}

async function props(id: string, more: Partial<CardProps> = {}): Promise<CardProps> {
  const shown = await entry(id);
  const actions = actionsInto([]);
  return { entry: shown, parts: [], whole: true, hasBack: false, sheet: false, copied: undefined, actions, ...more };
}

const STATES: Readonly<Record<string, () => Promise<CardProps>>> = {
  'at first': () => props('fasciculation', { whole: false }),
  'of a symptom': () => props('fasciculation'),
  'of a nutrient': () => props('magnesium'),
  'of a test': () => props('magnesium-test'),
  'with a way back': () => props('magnesium', { hasBack: true }),
  'of a compound': async () => {
    const shown = await entry('hypomagnesemia');
    return props('hypomagnesemia', { parts: partsOf(shown, 'magnesium deficiency', [await entry('magnesium')]) });
  },
  'after copying': () => props('fasciculation', { copied: true }),
  'with text to copy by hand': () => props('fasciculation', { copied: 'Fasciculation: small.' }),
  'as a sheet': () => props('fasciculation', { sheet: true }),
};

describe.each(Object.keys(STATES))('The card %s', (name) => {
  it.each(THEMES)('has nothing that axe minds, %s', async (theme) => {
    const make = STATES[name];
    if (!make) throw new Error(name);
    const root = await mount(<Card {...(await make())} />, { css, theme, page: name === 'as a sheet' ? 'sheet' : '' });
    await expectAccessible();
    for (const fold of root.querySelectorAll('details')) fold.open = true;
    await expectAccessible();
  });

  it('fits a narrow frame', async () => {
    const make = STATES[name];
    if (!make) throw new Error(name);
    await mount(<Card {...(await make())} />, { css, width: 320 });
    expectNoOverflow();
  });
});

describe('The card', () => {
  it('is a dialog with the name and the answer of its entry', async () => {
    const root = await mount(<Card {...(await props('fasciculation'))} />, { css });
    const dialog = root.querySelector('[role=dialog]');
    const said = (attribute: string) => root.querySelector(`#${dialog?.getAttribute(attribute)}`)?.textContent;
    const { name, answer } = await entry('fasciculation');
    expect(said('aria-labelledby')).toBe(name);
    expect(said('aria-describedby')).toBe(answer);
  });

  it('leaves what is below its fold for later', async () => {
    const first = await mount(<Card {...(await props('magnesium', { whole: false }))} />, { css });
    expect(first.querySelector('table, .related')).toBeNull();
    const then = await mount(<Card {...(await props('magnesium'))} />, { css });
    expect(then.querySelector('table')).not.toBeNull();
    expect(then.querySelector('.related')).not.toBeNull();
  });

  it('does what its buttons say', async () => {
    const done: string[] = [];
    const shown = await props('fasciculation', { hasBack: true, actions: actionsInto(done) });
    const root = await mount(<Card {...shown} />, { css });
    for (const button of root.querySelectorAll<HTMLElement>('.card-top button, .card-bar button, .card-seldom button'))
      button.click();
    expect(done).toEqual(['back', 'close', 'panel', 'copy', 'hide', 'off']);
  });
});

describe('The card for a reader with needs of their own', () => {
  const prefer = (features: Readonly<Record<string, string>>) =>
    (cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> }).send(
      'Emulation.setEmulatedMedia',
      { features: Object.entries(features).map(([name, value]) => ({ name, value })) },
    );
  afterEach(() => prefer({}));

  it.each(Object.keys(STATES))('shows every edge in forced colours, %s', async (name) => {
    await prefer({ 'forced-colors': 'active' });
    const make = STATES[name];
    if (!make) throw new Error(name);
    const root = await mount(<Card {...(await make())} />, { css });
    const edged = root.querySelectorAll('.card, .button, .chip');
    const edges = [...edged].map((element) => getComputedStyle(element));
    const isSeen = (style: CSSStyleDeclaration) =>
      style.borderTopStyle === 'solid' && style.borderTopColor !== getComputedStyle(document.body).backgroundColor;
    expect(edges.filter((style) => !isSeen(style))).toHaveLength(0);
  });

  it('comes without motion where less of it is wished', async () => {
    const sheet = await props('fasciculation', { sheet: true });
    const motion = async () => {
      const root = await mount(<Card {...sheet} />, { css, page: 'sheet' });
      return getComputedStyle(root.querySelector('.card') as Element).animationName;
    };
    expect(await motion()).not.toBe('none');
    await prefer({ 'prefers-reduced-motion': 'reduce' });
    expect(await motion()).toBe('none');
  });

  it.each(['pseudo', 'pseudo-rtl', 'de', 'es'] as const)('fits in %s, on a narrow screen too', async (language) => {
    for (const width of [320, 420]) {
      for (const name of ['with a way back', 'of a compound', 'with text to copy by hand']) {
        await mount(<Card {...(await (STATES[name] as () => Promise<CardProps>)())} />, { css, language, width });
        expectNoOverflow();
      }
    }
    await expectAccessible();
  });
});

describe('The word on what was done', () => {
  it.each(THEMES)('can be read by everyone and undone, %s', async (theme) => {
    const undone: boolean[] = [];
    const root = await mount(<Toast text="“Zinc” is no longer marked." onUndo={() => undone.push(true)} />, {
      css,
      theme,
    });
    await expectAccessible();
    root.querySelector('button')?.click();
    expect(undone).toEqual([true]);
  });
});
