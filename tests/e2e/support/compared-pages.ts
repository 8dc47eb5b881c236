/**
 * Whole pages, with us and without: what the popup would show of one is what `annotate` finds in its text, mention by
 * mention, and the page is the one that a browser without us has. There is no tolerance: both sides read whole words, so a
 * block that is cut elsewhere changes nothing, while one that is left out, read twice or counted though hidden changes a
 * number.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { pause } from '../../../scripts/lib/reader.ts';
import { annotated, type Counts } from './annotated.ts';
import { observe } from './observed-page.ts';
import { type PageText, textOf } from './page-text.ts';
import { launchPlain } from './plain-browser.ts';
import type { World } from './world.ts';

/** What a page is without us. */
interface Plain {
  readonly html: string;
  readonly errors: ReadonlySet<string>;
  readonly mentions: Counts;
}

/** One test for each path of the world's server. */
export function comparePages(world: World, paths: readonly string[]): void {
  let plain: ReadonlyMap<string, Plain>;
  beforeAll(async () => {
    plain = await readWithoutUs(world, paths);
  }, 400_000);

  it.each(paths)('has all its mentions, and nothing else is different: %s', async (path) => {
    const { html, errors, mentions } = plain.get(path) as Plain;
    const observed = await observe(world.launched.browser, world.server.url + path);
    // Where nothing is to be found, this is the time to find it.
    if (Object.keys(mentions).length === 0) await pause(1500);
    await expect.poll(() => reported(world.control, observed.page), { timeout: 30_000 }).toEqual(mentions);
    expect(await observed.seen()).toEqual({ records: [], html });
    expect([...observed.errors].filter((error) => !errors.has(error))).toEqual([]);
  });
}

async function readWithoutUs(world: World, paths: readonly string[]): Promise<ReadonlyMap<string, Plain>> {
  const browser = await launchPlain(world.name);
  const texts: PageText[] = [];
  const seen: Pick<Plain, 'html' | 'errors'>[] = [];
  try {
    for (const path of paths) {
      const observed = await observe(browser, world.server.url + path);
      texts.push(await textOf(observed.page));
      seen.push({ html: (await observed.seen()).html, errors: observed.errors });
      await observed.page.close();
    }
  } finally {
    await browser.close();
  }
  const mentions = annotated(texts);
  return new Map(paths.map((path, i) => [path, { ...(seen[i] as Plain), mentions: mentions[i] ?? {} }]));
}

/** What the popup would show of a page: mentions by entry. */
export async function reported(control: Page, page: Page): Promise<Counts> {
  const { terms } = await control.evaluate(async (address) => {
    const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
    const tabId = tabs.find(({ url }) => url === address)?.id ?? -1;
    const report: unknown = await chrome.runtime.sendMessage({ type: 'tab-report', tabId });
    return report as { terms: { id: string; count: number }[] };
  }, page.url());
  return Object.fromEntries(terms.map(({ id, count }) => [id, count]));
}
