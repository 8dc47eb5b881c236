/** Where marks show: rules for hosts, their subdomains and paths, listed sites only, pauses; all at once in open tabs. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { open, pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { toolbarOf } from '../support/toolbar.ts';
import { inEachBrowser } from '../support/world.ts';

const ARTICLE = `<!doctype html><html lang="en"><title>x</title><body>
  <p>There is magnesium in it, and then there are fasciculations.</p>`;

/** In front, for a page that nobody looks at waits. */
const isMarked = async (page: Page) => {
  await page.bringToFront();
  await waitForMarks(page, (marks) => marks.length === 2);
};
const isBare = (page: Page) => waitForMarks(page, (marks) => marks.length === 0);

inEachBrowser('Rules', (world) => {
  const send = (message: object) => world.control.evaluate((what) => chrome.runtime.sendMessage(what), message);
  const setRule = (pattern: string, rule: 'on' | 'off' | null) =>
    send({ type: 'set-rules', rules: { [pattern]: rule } });
  const openAt = (host: string, path = '') => {
    world.pages.set(`/${path}`, { body: ARTICLE });
    return open(world.launched, world.server.at(host) + path);
  };
  const toolbar = (page: Page) => toolbarOf(world.control, page);

  it('of a host hold there and nowhere else; with a star on every subdomain', async () => {
    const one = await openAt('a.localhost');
    const below = await openAt('b.a.localhost');
    const other = await openAt('127.0.0.1');
    for (const page of [one, below, other]) await isMarked(page);
    await setRule('a.localhost', 'off');
    await isBare(one);
    await isMarked(below);
    await setRule('a.localhost', null);
    await isMarked(one);
    await setRule('*.a.localhost', 'off');
    for (const page of [one, below]) await isBare(page);
    await setRule('b.a.localhost', 'on');
    await isMarked(below);
    await isBare(one);
    await isMarked(other);
    await send({ type: 'reset' });
    for (const page of [one, below, other]) await isMarked(page);
  });

  it('of a path hold wherever the page goes, with a load or without', async () => {
    await setRule('localhost/forum/', 'off');
    const inside = await openAt('localhost', 'forum/thread');
    const page = await openAt('localhost', 'news');
    await isMarked(page);
    await isBare(inside);
    await page.evaluate(() => history.pushState({}, '', '/forum/other'));
    await isBare(page);
    await expect.poll(async () => (await toolbar(page)).badge).toBe('');
    await page.evaluate(() => history.back());
    await isMarked(page);
    await page.evaluate(() => history.pushState({}, '', '/forum/other'));
    await isBare(page);
    await page.evaluate(() => history.pushState({}, '', '/news/2'));
    await isMarked(page);
    // What is heard of a rule goes by where the page is now, not by where it was opened.
    await setRule('localhost/news/', 'off');
    await isBare(page);
    await send({ type: 'reset' });
    for (const one of [page, inside]) await isMarked(one);
  });

  it('let a page that only changes its address keep what the popup lists', async () => {
    const page = await openAt('localhost', 'news');
    await isMarked(page);
    const mentions = async () => (await toolbar(page)).mentions;
    const all = { magnesium: 1, fasciculation: 1 };
    await expect.poll(mentions).toEqual(all);
    await page.evaluate(() => history.pushState({}, '', '/news/2'));
    await expect.poll(mentions).toEqual(all);
    await pause(300);
    expect(await toolbar(page)).toMatchObject({ badge: '2', mentions: all });
  });

  it('can allow listed sites only', async () => {
    const page = await openAt('a.localhost');
    const other = await openAt('127.0.0.1');
    await isMarked(page);
    await send({ type: 'change-settings', changes: { mode: 'listed' } });
    for (const one of [page, other]) await isBare(one);
    await setRule('*.localhost', 'on');
    await isMarked(page);
    await isBare(other);
    const below = await openAt('b.a.localhost');
    await isMarked(below);
    await send({ type: 'reset' });
    await isMarked(other);
  });

  it('and a pause: it takes marks from every tab and gives them back by itself when its time is over', async () => {
    const pages = [await openAt('localhost'), await openAt('a.localhost')];
    for (const page of pages) await isMarked(page);
    await send({ type: 'pause', until: Date.now() + 6000 });
    for (const page of pages) await isBare(page);
    const later = await openAt('b.localhost');
    await isBare(later);
    const names = await Promise.all([...pages, later].map(async (page) => (await toolbar(page)).title));
    expect(new Set(names).size).toBe(1);
    for (const page of [later, ...pages]) {
      await isMarked(page);
      await expect.poll(async () => (await toolbar(page)).title).not.toBe(names[0]);
    }
    expect(await world.control.evaluate(() => chrome.storage.local.get('pause'))).toEqual({});
  });
});
