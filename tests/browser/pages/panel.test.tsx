import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PANEL_KEY } from '../../../core/messages/panel-key.ts';
import { Panel } from '../../../entrypoints/sidepanel/Panel.tsx';
import { HOME } from '../../../entrypoints/sidepanel/requests.ts';
import css from '../../../entrypoints/sidepanel/sidepanel.css?inline';
import { browser } from '../support/extension-api.ts';
import { expectAccessible, expectNoOverflow, mount, settled, unmount } from '../support/mount.tsx';

afterEach(unmount);

const show = (more: object = {}) => mount(<Panel first={HOME} />, { css, page: 'panel', ...more });
const heading = () => document.querySelector('.entry-name')?.textContent;

describe('The side panel', () => {
  it('lists every entry by letter or by category', async () => {
    const root = await show();
    const byName = root.querySelectorAll('.browse-entry').length;
    expect(byName).toBeGreaterThan(400);
    await userEvent.click(page.getByRole('button', { name: 'By category' }));
    expect(root.querySelectorAll('.browse-entry')).toHaveLength(byName);
    expect(root.querySelector('.browse-group h3')?.textContent).toBe('Symptoms');
  });

  it('follows relations, back and forth', async () => {
    await show();
    await userEvent.type(page.getByRole('combobox'), 'magnesium');
    await userEvent.keyboard('{Enter}');
    await expect.poll(heading).toBe('Magnesium');
    await userEvent.click(page.getByRole('button', { name: 'Calcium', exact: true }));
    await expect.poll(heading).toBe('Calcium');
    await userEvent.click(page.getByRole('button', { name: 'Back' }));
    await expect.poll(heading).toBe('Magnesium');
    await userEvent.click(page.getByRole('button', { name: 'Forward' }));
    await expect.poll(heading).toBe('Calcium');
  });

  it('shows what popover, popup or menu ask for, the same one twice too', async () => {
    await show();
    await browser.storage.session.set({ [PANEL_KEY]: { entry: 'tetany', at: 1 } });
    await expect.poll(heading).toBe('Tetany');
    await userEvent.click(page.getByRole('button', { name: 'Back' }));
    await browser.storage.session.set({ [PANEL_KEY]: { entry: 'tetany', at: 2 } });
    await expect.poll(heading).toBe('Tetany');
  });

  it('looks a selection up', async () => {
    await show();
    await browser.storage.session.set({ [PANEL_KEY]: { query: 'charley horse', at: 1 } });
    await expect.poll(() => document.body.textContent).toContain('Muscle cramp');
  });

  it.each([{ entry: '../etc' }, { entry: 'no-such-entry', at: 1 }, { query: 5 }, 'x', null])(
    'stays as it is when asked for nonsense: %j',
    async (request) => {
      await show();
      await browser.storage.session.set({ [PANEL_KEY]: request });
      await settled();
      await expect.element(page.getByRole('combobox')).toBeVisible();
    },
  );

  it.each(['light', 'dark'] as const)('can be used by everyone, %s', async (theme) => {
    await show({ theme });
    await expectAccessible();
  });

  it.each([
    ['pseudo', 320],
    ['pseudo-rtl', 320],
    ['en', 780],
  ] as const)('fits in %s at %i px', async (language, width) => {
    await show({ language, width });
    expectNoOverflow();
  });
});
