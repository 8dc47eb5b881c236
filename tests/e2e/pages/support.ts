/** What a reader does on one of our own pages, with the mouse and the keys, the same in Chromium and Firefox. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type SeenMark, waitForMarks } from '../../../scripts/lib/reader.ts';
import type { World } from '../support/world.ts';

/** Clicks the first element that matches `selector` and holds `text`, where it stands on the screen. */
export async function click(page: Page, selector: string, text = ''): Promise<void> {
  const handle = await page.waitForFunction(
    (query, part) =>
      [...document.querySelectorAll(query)].find(
        (element) => element.textContent?.includes(part) || element.getAttribute('aria-label')?.includes(part),
      ),
    { timeout: 15_000 },
    selector,
    text,
  );
  await page.bringToFront();
  await (handle.asElement() as ElementHandle<Element> | null)?.click();
}

/** Waits until the page's text satisfies `test`, and returns it. */
export async function waitForText(page: Page, test: (text: string) => boolean): Promise<string> {
  let text = '';
  await expect
    .poll(
      async () => {
        text = await page.evaluate(() => document.body.innerText).catch(() => '');
        return test(text) || text;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return text;
}

/** Everything in an area of the extension's storage. */
export function stored(world: World, area: 'local' | 'sync' | 'session' = 'local'): Promise<Record<string, unknown>> {
  return world.control.evaluate((name): Promise<Record<string, unknown>> => chrome.storage[name].get(null), area);
}

/** As on the first day. */
export async function forget(world: World): Promise<void> {
  await world.control.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.sync.clear();
  });
}

/** Puts values into local storage as they are, past all that guards it. */
export async function store(world: World, values: Readonly<Record<string, unknown>>): Promise<void> {
  await world.control.evaluate((items) => chrome.storage.local.set(items), values);
}

/** Brings the page to the front, as a reader does who looks (a tab behind others takes its time), and waits for its marks. */
export async function seenMarks(page: Page, test?: (marks: readonly SeenMark[]) => boolean): Promise<SeenMark[]> {
  await page.bringToFront();
  return waitForMarks(page, test);
}

/** Names of the highlights that marks stand under on a page in front: style, strength and colour are in them. */
export async function markNames(page: Page): Promise<string[]> {
  await page.bringToFront();
  return page.evaluate(() => {
    const names: string[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, { size: number }]>)
      if (name.startsWith('fascicle') && highlight.size > 0) names.push(name);
    return names;
  });
}

/** What has the focus: its role or tag, and its name. */
export function focusOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return `${element?.getAttribute('role') ?? element?.localName}: ${name.trim().slice(0, 60)}`;
  });
}

/** Addresses of all tabs, those too that the extension opened, which WebDriver does not list in Firefox. */
export function addressesOf(control: Page): Promise<string[]> {
  return control.evaluate(
    async (): Promise<string[]> => (await chrome.tabs.query({})).map(({ url }: { url?: string }) => url ?? ''),
  );
}
