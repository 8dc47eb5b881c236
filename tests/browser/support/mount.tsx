/** Shows a view as one of our own pages does: with its stylesheet, theme, language and direction. */
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { resetWorld, world } from './extension-api.ts';
import { type Language, message } from './messages.ts';

interface Setting {
  css: string;
  theme?: 'light' | 'dark';
  language?: Language;
  /** Class of the body, beside `fascicle`. */
  page?: string;
  width?: number;
  /** What the page's own HTML has before there is a view, and what happens to it meanwhile. */
  id?: string;
  html?: string;
  prepare?: () => void;
}

let sheet: CSSStyleSheet | undefined;

/** Replaces what was shown before. The world is as on the first day, but for what `prepare` did. */
export async function mount(view: ComponentChild, { css, theme = 'light', language = 'en', ...more }: Setting) {
  world.language = language;
  const { width = 420 } = more;
  await page.viewport(width, 700);
  await expect.poll(() => innerWidth).toBe(width);
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  document.adoptedStyleSheets = [style];
  sheet = style;
  document.documentElement.lang = message(language, '@@ui_locale');
  document.documentElement.dir = message(language, '@@bidi_dir');
  document.title = 'Fascicle';
  document.body.className = `fascicle ${more.page ?? ''}`;
  document.body.dataset.theme = theme;
  const root = document.createElement('main');
  root.id = more.id ?? '';
  root.innerHTML = more.html ?? '';
  document.body.replaceChildren(root);
  more.prepare?.();
  await act(() => render(view, root));
  await settled();
  return root;
}

/** Ends what was shown. */
export async function unmount(): Promise<void> {
  const root = document.querySelector('main');
  if (root) await act(() => render(null, root));
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  await resetWorld();
}

/** Lets promises, effects and paints come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await act(() => new Promise<void>((resolve) => setTimeout(resolve, 10)));
}

/** Fails with what axe finds wrong with what is shown. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'page-has-heading-one': { enabled: false } },
  });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found).toEqual([]);
}

/** Fails where something is wider than the page. */
export function expectNoOverflow(): void {
  const wide = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    const isHidden = element.closest('.hidden-visually, [hidden]') !== null;
    return !isHidden && (left < -1 || right > innerWidth + 1);
  });
  expect(wide.map((element) => element.outerHTML.slice(0, 120))).toEqual([]);
}
