import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TabReport } from '../../../core/messages/schema.ts';
import html from '../../../entrypoints/popup/index.html?raw';
import { Popup } from '../../../entrypoints/popup/Popup.tsx';
import css from '../../../entrypoints/popup/popup.css?inline';
import { browser, world } from '../support/extension-api.ts';
import type { Language } from '../support/messages.ts';
import { expectAccessible, expectNoOverflow, mount, settled, unmount } from '../support/mount.tsx';

const REPORT: TabReport = {
  paused: false,
  unwanted: false,
  terms: [
    { id: 'magnesium', count: 12, frames: [0] },
    { id: 'fasciculation', count: 3, frames: [0, 4] },
    { id: 'nerve', count: 2, frames: [4] },
  ],
};

// A part of its own: no test is to find that it still loads.
beforeAll(() => import('../../../entrypoints/popup/PageTerms.tsx'));
beforeEach(() => {
  world.answers.set('tab-report', () => REPORT);
});
afterEach(unmount);

const show = (more: { theme?: 'light' | 'dark'; language?: Language; width?: number } = {}) =>
  mount(<Popup />, { css, page: 'popup', ...more });
const sent = (type: string) => world.sent.filter((message) => (message as { type: string }).type === type);

describe('The field that stands there before the script', () => {
  const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main')?.innerHTML ?? '';

  it('stays the same element, with the focus and what was typed into it', async () => {
    let before: HTMLInputElement | null = null;
    const root = await mount(<Popup />, {
      css,
      page: 'popup',
      id: 'popup',
      html: main,
      prepare: () => {
        before = document.querySelector('input');
        before?.focus();
        document.execCommand('insertText', false, 'charley ho');
      },
    });
    expect(before).not.toBeNull();
    expect(root.querySelector('input')).toBe(before);
    expect(document.activeElement).toBe(before);
    expect(root.querySelectorAll('input')).toHaveLength(1);
    await expect.element(page.getByRole('option', { name: /Muscle cramp/ })).toBeVisible();
    await userEvent.keyboard('r');
    expect(page.getByRole('combobox').element()).toHaveProperty('value', 'charley hor');
  });

  it('stands where the view draws it, with the same icon', async () => {
    const drawn = (await show()).querySelector('.search-field');
    const box = drawn?.getBoundingClientRect().toJSON();
    const icon = drawn?.querySelector('.icon')?.outerHTML;
    document
      .querySelector('main')
      ?.replaceChildren(...new DOMParser().parseFromString(main, 'text/html').body.children);
    const written = document.querySelector('.search-field');
    expect(written?.getBoundingClientRect().toJSON()).toEqual(box);
    const path = (svg: string | undefined) => /\bd="([^"]*)"/.exec(svg ?? '')?.[1];
    expect(path(written?.querySelector('.icon')?.outerHTML)).toBe(path(icon));
  });
});

describe('The terms of the page', () => {
  it('are offered here where the page takes the popover away, and the popup says so', async () => {
    expect((await show()).textContent).not.toContain('takes explanations away');
    world.answers.set('tab-report', () => ({ ...REPORT, unwanted: true }));
    const root = await show();
    expect(root.textContent).toContain('This page takes explanations away.');
    expect(root.querySelectorAll('.term-name')).toHaveLength(3);
    await expectAccessible();
  });

  it('stand by category, symptoms first, with how often each is mentioned', async () => {
    const root = await show();
    const names = [...root.querySelectorAll('.term-name')].map((name) => name.textContent);
    expect(names).toEqual(['Fasciculation', 'Magnesium', 'Nerve']);
    expect(root.textContent).toContain('12 mentions');
  });

  it('lead through the mentions, click by click, over all frames and round again', async () => {
    await show();
    const count = () => document.querySelector('.term .term-count')?.textContent;
    const left = new Map([
      [0, 2],
      [4, 1],
    ]);
    let steps = 0;
    browser.tabs.sendMessage = (async (
      _tab: number,
      { fresh }: { fresh: boolean },
      { frameId }: { frameId: number },
    ) => {
      steps = fresh ? 1 : steps + 1;
      return steps <= (left.get(frameId) ?? 0);
    }) as never;
    const seen: unknown[] = [];
    for (let click = 0; click < 4; click++) {
      await userEvent.click(page.getByRole('button', { name: /^Fasciculation/ }));
      await settled();
      seen.push(count());
    }
    expect(seen).toEqual(['1 / 3', '2 / 3', '3 / 3', '1 / 3']);
  });

  it('open as entries, and Escape leads back', async () => {
    await show();
    await userEvent.click(page.getByRole('button', { name: 'Read about Magnesium' }));
    await expect.element(page.getByRole('heading', { name: 'Magnesium', exact: true })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('combobox')).toBeVisible();
  });
});

describe('The switch of the site', () => {
  it('turns this site off, says so, and takes it back', async () => {
    await show();
    await userEvent.click(page.getByRole('switch'));
    expect(sent('switch-site')).toEqual([{ type: 'switch-site', url: world.tab.url, on: false }]);
    await browser.storage.local.set({ 'rule:www.example.org': 'off' });
    await settled();
    await expect.element(page.getByRole('switch')).toHaveAttribute('aria-checked', 'false');
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    expect(sent('switch-site')).toHaveLength(1);
    expect(sent('set-rules')).toEqual([{ type: 'set-rules', rules: { 'www.example.org': null } }]);
  });

  it('takes back what it changed, and no other rule', async () => {
    world.tab = { ...world.tab, url: 'https://www.example.org/forum/health/page' };
    const rules = { 'rule:www.example.org/forum/health/': 'on', 'rule:www.example.org/forum/': 'off' };
    await browser.storage.local.set(rules);
    await show();
    await userEvent.click(page.getByRole('switch'));
    await browser.storage.local.set({ 'rule:www.example.org/forum/health/': 'off' });
    await settled();
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    expect(sent('set-rules')).toEqual([{ type: 'set-rules', rules: { 'www.example.org/forum/health/': 'on' } }]);
  });

  it.each([
    ['off everywhere', { settings: { enabled: false } }, 'Off everywhere'],
    ['only on listed sites', { settings: { mode: 'listed' } }, 'On only for listed sites'],
    ['off here', { 'rule:*.example.org': 'off' }, 'Off for this site'],
    ['paused', { pause: { until: 'restart' } }, 'Paused'],
  ])('says that it is %s', async (_state, stored, words) => {
    await browser.storage.local.set(stored);
    await show();
    await expect.element(page.getByText(words, { exact: true })).toBeVisible();
    await expect.element(page.getByRole('switch')).toHaveAttribute('aria-checked', 'false');
  });

  it.each([
    ['chrome://settings/', 'belongs to the browser'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['moz-extension://abc/page.html', 'belongs to an extension'],
    ['file:///home/me/page.html', 'local files'],
  ])('says why %s cannot be read', async (url, words) => {
    world.tab = { ...world.tab, url };
    const root = await show();
    expect(root.querySelector('.site')?.textContent).toContain(words);
    await expect.element(page.getByRole('switch')).toBeDisabled();
  });

  it('says that the browser lets it read no site where the reader took that back', async () => {
    world.tab = { id: 1, windowId: 1 };
    world.mayReadSites = false;
    const root = await show();
    expect(root.querySelector('.site')?.textContent).toContain('Allow it in the browser’s list of extensions');
  });

  it('says that a page takes no script rather than that it has no terms: an error page of the browser', async () => {
    world.answers.set('tab-report', () => ({ ...REPORT, terms: [] }));
    const text = async () => (await show()).querySelector('.page-terms')?.textContent;
    expect(await text()).toContain('No health terms found');
    world.takesScripts = false;
    expect(await text()).toContain('lets no extension read this page');
  });

  it('shows no switch before the rules of the site are known: it would stand wrong', async () => {
    await browser.storage.local.set({ 'rule:www.example.org': 'off' });
    const { get } = browser.storage.local;
    const { promise: known, resolve: tell } = Promise.withResolvers<void>();
    browser.storage.local.get = async (keys) => {
      if (Array.isArray(keys) && keys.some((key) => key.startsWith('rule:'))) await known;
      return get(keys);
    };
    const root = await show();
    await expect.poll(() => root.querySelector('.site')).not.toBeNull();
    await settled();
    expect(root.querySelector('[role=switch]')).toBeNull();
    tell();
    await expect.element(page.getByRole('switch')).toHaveAttribute('aria-checked', 'false');
    browser.storage.local.get = get;
  });

  it('says so when a change cannot be stored', async () => {
    world.answers.set('switch-site', () => ({ error: 'failed' }));
    await show();
    await userEvent.click(page.getByRole('switch'));
    await settled();
    await expect.element(page.getByText('could not be saved', { exact: false })).toBeVisible();
  });
});

describe('Damaged or strange storage', () => {
  it.each([
    ['a string', 'oops'],
    ['wrong types', { enabled: 'yes', dwell: null, hiddenTerms: 7 }],
    ['a later version', { version: 99, enabled: true, sparkle: 1 }],
  ])('never keeps the popup from opening: %s', async (_what, settings) => {
    await browser.storage.local.set({ settings });
    await show();
    await expect.element(page.getByRole('switch')).toHaveAttribute('aria-checked', 'true');
  });
});

describe('The finder', () => {
  it('puts causes in the order of what is ticked, red flags above, and stores nothing', async () => {
    const root = await show();
    await userEvent.click(page.getByRole('button', { name: 'What could be behind it?' }));
    await expect.element(page.getByText('First of all')).toBeVisible();
    await userEvent.click(page.getByRole('checkbox', { name: /loss of strength/ }));
    await expect.element(page.getByText('Do not wait for an explanation', { exact: false })).toBeInTheDocument();
    const alarm = root.querySelector('.alarm') as HTMLElement;
    root.querySelector('.entry-scroller')?.scrollTo(0, 1200);
    const top = root.querySelector('.entry-scroller')?.getBoundingClientRect().top ?? 0;
    expect(alarm.getBoundingClientRect().top).toBeGreaterThanOrEqual(top);
    expect(alarm.getBoundingClientRect().top).toBeLessThan(top + 40);
    root.querySelector('.entry-scroller')?.scrollTo(0, 0);
    expect(root.querySelector('.cause-reason')?.textContent).toContain('loss of strength');
    // The page's terms may be asked for more than once; what is ticked is told to nobody.
    expect(new Set(world.sent.map((message) => (message as { type: string }).type))).toEqual(new Set(['tab-report']));
    expect(await browser.storage.local.get(null)).toEqual({});
    await expectAccessible();
  });
});

describe('The popup', () => {
  it.each(['light', 'dark'] as const)('can be used by everyone, %s', async (theme) => {
    await show({ theme });
    await expectAccessible();
  });

  it.each([
    ['pseudo', 320],
    ['pseudo-rtl', 400],
    ['de', 400],
    ['es', 320],
    ['en', 780],
  ] as const)('fits in %s at %i px', async (language, width) => {
    await show({ language, width });
    expectNoOverflow();
  });

  it('keeps the site’s name where the line of reading begins, from right to left too', async () => {
    const root = await show({ language: 'pseudo-rtl' });
    const edge = (selector: string) => {
      const range = document.createRange();
      range.selectNodeContents(root.querySelector(selector) as Element);
      return range.getBoundingClientRect().right;
    };
    expect(Math.abs(edge('.site-host') - edge('.site-state'))).toBeLessThan(2);
  });

  it('leaves no word untranslated', async () => {
    const root = await show({ language: 'pseudo' });
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const bare: string[] = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text;
      if (/\p{L}{3}/u.test(data) && !data.includes('[') && !parentElement?.closest('[lang=en], .site-host'))
        bare.push(data);
    }
    expect(bare).toEqual([]);
  });
});
