import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Welcome } from '../../../entrypoints/welcome/Welcome.tsx';
import css from '../../../entrypoints/welcome/welcome.css?inline';
import { browser, world } from '../support/extension-api.ts';
import { expectAccessible, expectNoOverflow, mount, settled, unmount } from '../support/mount.tsx';

afterEach(unmount);

const MARKS = 'fascicle-dotted-normal-teal';
const show = (more: object = {}) => mount(<Welcome />, { css, page: 'welcome', width: 1100, ...more });
const marks = () => [...(CSS.highlights.get(MARKS) ?? [])].map((range) => (range as Range).toString());

describe('The welcome page', () => {
  it('marks its article, as a web page is marked', async () => {
    await show();
    expect(marks()).toContain('fasciculation');
    expect(marks()).toContain('Caffeine');
    expect(marks()).not.toContain('mg');
  });

  it('explains a mark that is clicked, and ticks that off', async () => {
    const root = await show();
    const range = [...(CSS.highlights.get(MARKS) ?? [])].find((mark) => (mark as Range).toString() === 'fasciculation');
    const box = (range as Range).getBoundingClientRect();
    const article = root.querySelector('article') as HTMLElement;
    const { left, top } = article.getBoundingClientRect();
    await userEvent.click(article, { position: { x: box.x + 20 - left, y: box.y + 8 - top } });
    await expect.poll(() => root.querySelector('.demo-card .entry-name')?.textContent).toBe('Fasciculation');
    expect(root.querySelectorAll('[data-done=true]')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await settled();
    expect(root.querySelector('.demo-card')).toBeNull();
  });

  it('explains a mark by keys alone: Tab, arrows, Enter, Escape', async () => {
    const root = await show();
    await userEvent.keyboard('{Tab}{ArrowRight}{ArrowRight}{ArrowLeft}');
    const focused = document.activeElement as HTMLElement;
    const name = focused.getAttribute('aria-label');
    expect(name).toBe(marks()[1]);
    const range = [...(CSS.highlights.get(MARKS) ?? [])][1] as Range;
    const box = focused.getBoundingClientRect();
    expect(Math.abs(box.x - range.getBoundingClientRect().x)).toBeLessThan(2);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => root.querySelector('.demo-card')?.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await settled();
    expect(root.querySelector('.demo-card')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe(name);
  });

  it('marks less where less is asked for', async () => {
    await browser.storage.local.set({ settings: { density: 'every' } });
    await show();
    const every = marks().length;
    await browser.storage.local.set({ settings: { density: 'page' } });
    await settled();
    expect(marks().length).toBeLessThan(every);
  });

  it('changes how much is marked everywhere', async () => {
    await show();
    await userEvent.click(page.getByRole('radio', { name: 'Every mention' }));
    expect(world.sent).toEqual([{ type: 'change-settings', changes: { density: 'every' } }]);
  });

  it.each(['light', 'dark'] as const)('can be used by everyone, %s', async (theme) => {
    await show({ theme });
    await expectAccessible();
  });

  it.each([
    ['pseudo', 360],
    ['pseudo-rtl', 900],
    ['de', 360],
  ] as const)('fits in %s at %i px', async (language, width) => {
    await show({ language, width });
    expectNoOverflow();
  });
});
