import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Settings } from '../../../core/settings/defaults.ts';
import { writeSettings } from '../../../core/settings/stored.ts';
import { Options } from '../../../entrypoints/options/Options.tsx';
import css from '../../../entrypoints/options/options.css?inline';
import { browser, world } from '../support/extension-api.ts';
import { expectAccessible, expectNoOverflow, mount, settled, unmount } from '../support/mount.tsx';

beforeEach(() => {
  world.answers.set('change-settings', async ({ changes }: { changes: Partial<Settings> }) => {
    const { settings } = await browser.storage.local.get('settings');
    await browser.storage.local.set({ settings: writeSettings(settings, changes) });
  });
});
afterEach(unmount);

const show = (more: object = {}) => mount(<Options />, { css, page: 'options', width: 900, ...more });
const stored = async () => (await browser.storage.local.get('settings')).settings;
const sent = (type: string) => world.sent.filter((message) => (message as { type: string }).type === type);

function choose(text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], 'settings.json', { type: 'application/json' }));
  if (input) {
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return settled();
}

describe('The settings', () => {
  it('are stored at once, and only where they differ from the defaults', async () => {
    await show();
    await userEvent.click(page.getByRole('radio', { name: 'Wavy line' }));
    await userEvent.click(page.getByRole('checkbox', { name: 'Tests' }));
    await settled();
    expect(await stored()).toEqual({ version: 1, markStyle: 'wavy', hiddenCategories: ['test'] });
    await userEvent.click(page.getByRole('radio', { name: 'Dotted line' }));
    await settled();
    expect(await stored()).toEqual({ version: 1, hiddenCategories: ['test'] });
  });

  it('show a preview that follows', async () => {
    await show();
    expect(CSS.highlights.has('fascicle-dotted-normal-teal')).toBe(true);
    await userEvent.click(page.getByRole('radio', { name: 'Amber' }));
    await settled();
    expect(CSS.highlights.has('fascicle-dotted-normal-amber')).toBe(true);
    expect(CSS.highlights.has('fascicle-dotted-normal-teal')).toBe(false);
  });

  it('say which of them were damaged', async () => {
    await browser.storage.local.set({ settings: { dwell: 'long', theme: 'dark' } });
    await show();
    await expect.element(page.getByText(/were damaged.*After the pointer rests for/)).toBeVisible();
  });

  it('bring a hidden term back', async () => {
    await browser.storage.local.set({ settings: { hiddenTerms: ['stress', 'gone-since'] } });
    await show();
    await userEvent.click(page.getByRole('button', { name: /^Mark again: Stress/ }));
    await settled();
    expect(await stored()).toEqual({ version: 1, hiddenTerms: ['gone-since'] });
  });
});

describe('Site rules', () => {
  it('are added in their normal form, and refused where they are no site', async () => {
    await show();
    await userEvent.fill(page.getByRole('textbox', { name: 'Site' }), 'https://Example.org/forum');
    await userEvent.click(page.getByRole('button', { name: 'Switch off there' }));
    expect(sent('set-rules')).toEqual([{ type: 'set-rules', rules: { 'example.org/forum/': 'off' } }]);
    await userEvent.fill(page.getByRole('textbox', { name: 'Site' }), 'no site');
    await userEvent.click(page.getByRole('button', { name: 'Switch off there' }));
    await expect.element(page.getByText('That is no site.', { exact: false })).toBeVisible();
  });

  it('are missed aloud where the disk is full', async () => {
    world.answers.set('set-rules', () => ({ error: 'failed' }));
    await show();
    await userEvent.fill(page.getByRole('textbox', { name: 'Site' }), 'example.org');
    await userEvent.click(page.getByRole('button', { name: 'Switch off there' }));
    await expect.element(page.getByText('That could not be saved.', { exact: false })).toBeVisible();
  });

  it('are read once and followed as they change, however many there are', async () => {
    const rules = Array.from({ length: 10_000 }, (_, n) => [`rule:site-${n}.example.org`, 'off']);
    await browser.storage.local.set(Object.fromEntries(rules));
    const read = vi.spyOn(browser.storage.local, 'get');
    const root = await show();
    const readings = () => read.mock.calls.filter(([keys]) => keys === null).length;
    expect(readings()).toBe(1);
    await userEvent.fill(page.getByRole('searchbox'), 'site-9876.');
    await browser.storage.local.set({ 'rule:site-9876.example.org': 'on', 'rule:new.site-9876.example.org': 'off' });
    await settled();
    const shown = [...root.querySelectorAll('.rule')].map((rule) => [
      rule.querySelector('span')?.textContent,
      rule.querySelector('select')?.value,
    ]);
    expect(shown).toEqual([
      ['new.site-9876.example.org', 'off'],
      ['site-9876.example.org', 'on'],
    ]);
    expect(readings()).toBe(1);
    read.mockRestore();
  });

  it('stand first when they were just written, however many there are', async () => {
    const rules = Array.from({ length: 60 }, (_, n) => [`rule:site-${n}.example.org`, 'off']);
    await browser.storage.local.set(Object.fromEntries(rules));
    const root = await show();
    await userEvent.fill(page.getByRole('searchbox'), 'site-5');
    await userEvent.fill(page.getByRole('textbox', { name: 'Site' }), 'zebra.example');
    await userEvent.click(page.getByRole('button', { name: 'Switch off there' }));
    await browser.storage.local.set({ 'rule:zebra.example': 'off' });
    await settled();
    expect(root.querySelector('.rule span')?.textContent).toBe('zebra.example');
    expect(root.querySelectorAll('.rule')).toHaveLength(50);
  });

  it('say so when none matches what is searched for, and stay searchable when few are left', async () => {
    const rules = Array.from({ length: 6 }, (_, n) => [`rule:site-${n}.example.org`, 'off']);
    await browser.storage.local.set(Object.fromEntries(rules));
    const root = await show();
    await userEvent.fill(page.getByRole('searchbox'), 'nowhere');
    await expect.element(page.getByText('No rule matches.')).toBeVisible();
    await browser.storage.local.remove('rule:site-0.example.org');
    await settled();
    await userEvent.fill(page.getByRole('searchbox'), '');
    expect(root.querySelectorAll('.rule')).toHaveLength(5);
  });

  it('are found among ten thousand', async () => {
    const rules = Array.from({ length: 10_000 }, (_, n) => [`rule:site-${n}.example.org`, 'off']);
    await browser.storage.local.set(Object.fromEntries(rules));
    const root = await show();
    expect(root.querySelectorAll('.rule')).toHaveLength(50);
    await userEvent.fill(page.getByRole('searchbox'), 'site-9876.');
    await settled();
    expect([...root.querySelectorAll('.rule span')].map((rule) => rule.textContent)).toEqual(['site-9876.example.org']);
  });
});

describe('A file of settings', () => {
  it('is shown as what it would change, then taken over', async () => {
    await browser.storage.local.set({ 'rule:example.org': 'off' });
    await show();
    await choose(
      '{"fascicle": 1, "settings": {"theme": "dark"}, "rules": {"example.org": "on", "new.example": "off"}}',
    );
    await expect.element(page.getByText('Theme: As the system → Dark')).toBeVisible();
    await expect.element(page.getByText('1 new site rule')).toBeVisible();
    await expect.element(page.getByText('1 changed site rule')).toBeVisible();
    expect(sent('set-rules')).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Take over' }));
    await settled();
    expect(await stored()).toEqual({ version: 1, theme: 'dark' });
    expect(sent('set-rules')).toEqual([{ type: 'set-rules', rules: { 'example.org': 'on', 'new.example': 'off' } }]);
  });

  it.each([
    ['Take over', 'change-settings'],
    ['Take over', 'set-rules'],
    ['Forget all', 'reset'],
  ])('says so when it cannot be stored: %s, %s', async (button, message) => {
    world.answers.set(message, () => ({ error: 'failed' }));
    await show();
    if (message === 'reset') await userEvent.click(page.getByRole('button', { name: 'Reset everything…' }));
    else await choose('{"fascicle": 1, "settings": {"theme": "dark"}, "rules": {"new.example": "off"}}');
    await userEvent.click(page.getByRole('button', { name: button }));
    await expect.element(page.getByText('could not be saved', { exact: false })).toBeVisible();
    await expect.element(page.getByRole('button', { name: button })).toBeVisible();
  });

  it('is refused where it is far too large, before all of it is read', async () => {
    await show();
    await choose(' '.repeat(40_000_000));
    await expect.element(page.getByText('far larger than settings', { exact: false })).toBeVisible();
  });

  it('is refused with the line that is wrong', async () => {
    await show();
    await choose('{\n  "fascicle": 1,\n  "settings": {\n    "dwell": "long"\n  }\n}');
    await expect.element(page.getByText('Line 4: dwell')).toBeVisible();
    expect(world.sent).toEqual([]);
  });
});

describe('The page', () => {
  it.each(['light', 'dark'] as const)('can be used by everyone, %s', async (theme) => {
    await browser.storage.local.set({ 'rule:example.org': 'off', settings: { hiddenTerms: ['stress'] } });
    await show({ theme });
    await expectAccessible();
  });

  it('writes a shortcut as it stands on the keys, from right to left too', async () => {
    const root = await show({ language: 'pseudo-rtl' });
    const key = root.querySelector('kbd') as HTMLElement;
    expect(key.textContent).toBe('Alt+.');
    expect(getComputedStyle(key).direction).toBe('ltr');
  });

  it.each([
    ['pseudo', 320],
    ['pseudo-rtl', 360],
    ['de', 360],
    ['es', 900],
  ] as const)('fits in %s at %i px', async (language, width) => {
    await show({ language, width });
    expectNoOverflow();
  });
});
