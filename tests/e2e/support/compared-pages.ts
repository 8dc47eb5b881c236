/**
 * Whole pages, with us and without: what the popup would show of one is what `annotate` finds in its text, mention by
 * mention, and the page is the one that a browser without us has. There is no tolerance: both sides read whole words, so a
 * block that is cut elsewhere changes nothing, while one that is left out, read twice or counted though hidden changes a
 * number.
 */
import { beforeAll, expect, it } from 'vitest';
import { pause } from '../../../scripts/lib/reader.ts';
import { annotated, type Counts } from './annotated.ts';
import { observe } from './observed-page.ts';
import { type PageText, textOf } from './page-text.ts';
import { launchPlain } from './plain-browser.ts';
import { toolbarOf } from './toolbar.ts';
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
    const reported = async () => (await toolbarOf(world.control, observed.page)).mentions;
    await expect.poll(reported, { timeout: 30_000 }).toEqual(mentions);
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
