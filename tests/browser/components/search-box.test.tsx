import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import css from '../../../components/all.css?inline';
import { SearchBox } from '../../../components/SearchBox.tsx';
import { search } from '../../../components/search-library.ts';
import { expectAccessible, mount, unmount } from '../support/mount.tsx';

afterEach(unmount);

const opened: string[] = [];
function Held() {
  const [query, setQuery] = useState('');
  return (
    <SearchBox search={search} query={query} onQuery={setQuery} onOpenEntry={(id) => opened.push(id)}>
      <p>home</p>
    </SearchBox>
  );
}
const field = () => page.getByRole('combobox');
const options = () => [...document.querySelectorAll('[role=option]')];
const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');

describe('The search field', () => {
  it('has the focus from the start, and what is below it while it is empty', async () => {
    await mount(<Held />, { css });
    expect(document.activeElement).toBe(field().element());
    await expect.element(page.getByText('home')).toBeVisible();
  });

  it('shows results as one types, why each was found, and the letters that match', async () => {
    await mount(<Held />, { css });
    await userEvent.type(field(), 'charley ho');
    expect(options()[0]?.textContent).toContain('Muscle cramp');
    expect(options()[0]?.textContent).toContain('also called charley horse');
    expect([...(options()[0]?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
      'charley',
      'ho',
    ]);
  });

  it('is worked by keys alone', async () => {
    await mount(<Held />, { css });
    await userEvent.type(field(), 'magnes');
    expect(chosen()).toBe(0);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(chosen()).toBe(1);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(chosen()).toBe(options().length - 1);
    await userEvent.keyboard('{ArrowDown}');
    const active = field().element().getAttribute('aria-activedescendant');
    expect(document.getElementById(active ?? '')).toBe(options()[0]);
    await userEvent.keyboard('{Enter}');
    expect(opened.pop()).toBe('magnesium');
    await userEvent.keyboard('{Escape}');
    expect((field().element() as HTMLInputElement).value).toBe('');
    expect(document.activeElement).toBe(field().element());
  });

  it('opens a result by mouse and keeps the focus', async () => {
    await mount(<Held />, { css });
    await userEvent.type(field(), 'calcium');
    await userEvent.click(page.getByRole('option').first());
    expect(opened.pop()).toBe('calcium');
    expect(document.activeElement).toBe(field().element());
  });

  it('says that it found nothing', async () => {
    await mount(<Held />, { css });
    await userEvent.type(field(), 'zzqx vbn');
    expect(options()).toEqual([]);
    await expect.element(page.getByRole('status')).toHaveTextContent('Nothing found');
  });

  it.each(['light', 'dark'] as const)('can be used by everyone, %s', async (theme) => {
    await mount(<Held />, { css, theme });
    await userEvent.type(field(), 'magn');
    await expectAccessible();
  });
});
