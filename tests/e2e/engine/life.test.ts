/** The extension updated, disabled or removed under open tabs: what it showed goes, nobody complains, the new one takes over. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { FIREFOX_ID } from '../../../manifest.config.ts';
import { pause, popoverOn, rest, restUntilOpen, waitForMarks } from '../../../scripts/lib/reader.ts';
import { inWindow } from '../support/firefox-window.ts';
import { type Observed, observe } from '../support/observed-page.ts';
import { listeners, ownWorlds } from '../support/own-world.ts';
import { differences, picture } from '../support/pixels.ts';
import { inEachBrowser } from '../support/world.ts';

const P = '<p>There is magnesium in it, and then there are fasciculations.</p>';
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>x</title><style>iframe{margin-top:4000px}</style><body>${body}`;

/** A promise of ourselves in the list of add-ons, in the window of Firefox. */
const ADD_ON = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager.getAddonByID('${FIREFOX_ID}')`;

inEachBrowser('Under open tabs the extension', (world) => {
  const show = (name: string, body: string): Promise<Observed> => {
    world.pages.set(`/${name}`, { body: page(body) });
    return observe(world.launched.browser, world.server.url + name);
  };
  const openCard = async (tab: Page) => {
    const [mark, next] = await waitForMarks(tab, (marks) => marks.length === 2);
    if (!mark || !next) throw new Error('no mark');
    await restUntilOpen(world.control, tab, mark);
    return next;
  };
  /** Hosts of our card in a page, and listeners of our worlds in it where the browser tells. */
  const left = async (tab: Page) => {
    const hosts = await tab.evaluate(() => document.querySelectorAll('[popover]').length);
    if (world.name === 'firefox') return { hosts, listeners: 0 };
    const { session, contexts } = await ownWorlds(tab, world.launched.extensionUrl);
    const counts = await Promise.all(contexts.map((id) => listeners(session, id)));
    await session.detach();
    return { hosts, listeners: counts.reduce((sum, count) => sum + count, 0) };
  };
  /** An article with an open card and a page without terms yet, but with a frame far down. */
  const tabs = async () => {
    const quiet = await show('quiet', `<p>Nothing of interest.</p><iframe srcdoc="${P}"></iframe>`);
    const article = await show('article', P);
    const next = await openCard(article.page);
    return { article, quiet, next };
  };
  /** What a page does when its reader comes back to it. */
  const use = async ({ page: tab }: Observed) => {
    await tab.bringToFront();
    // Its frame comes into view.
    await tab.evaluate(() => scrollTo(0, 5000));
    await tab.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    await tab.evaluate((html) => {
      document.body.innerHTML = html;
    }, P);
    await tab.mouse.move(100, 100);
    await tab.mouse.move(120, 40, { steps: 5 });
    await tab.mouse.click(120, 40);
    await tab.keyboard.press('Escape');
    await tab.evaluate(() => scrollTo(0, 10));
  };
  const complaints = async (...all: Observed[]) => {
    // A script that still runs looks every two seconds whether its extension is there.
    await pause(3000);
    return all.flatMap(({ errors }) => [...errors]);
  };
  const isGone = async (observed: Observed) => {
    await observed.page.bringToFront();
    await waitForMarks(observed.page, (marks) => marks.length === 0);
    await expect.poll(() => left(observed.page), { timeout: 10_000 }).toEqual({ hosts: 0, listeners: 0 });
  };

  it('leaves with its card when it is updated, and the new one marks without a reload', async () => {
    const { article, quiet } = await tabs();
    const before = await left(article.page);
    await world.replaceExtension();
    await article.page.bringToFront();
    expect(await popoverOn(world.control, article.page)).toBeUndefined();
    await waitForMarks(article.page, (marks) => marks.length === 2);
    await openCard(article.page);
    const after = await left(article.page);
    expect(after.hosts).toBe(1);
    expect(after.listeners).toBe(before.listeners);
    await use(quiet);
    await waitForMarks(quiet.page, (marks) => marks.length === 2);
    expect(await complaints(article, quiet)).toEqual([]);
  });

  it.runIf(world.name === 'chromium')('is gone when it is disabled', async () => {
    const { article, quiet, next } = await tabs();
    const id = new URL(world.launched.extensionUrl).host;
    const settings = await world.launched.browser.newPage();
    await settings.goto('chrome://extensions');
    const enable = (on: boolean) =>
      settings.evaluate(
        (extension, enabled) =>
          (
            chrome as unknown as { management: { setEnabled(id: string, on: boolean): Promise<void> } }
          ).management.setEnabled(extension, enabled),
        id,
        on,
      );
    await enable(false);
    await article.page.bringToFront();
    await rest(article.page, next);
    await isGone(article);
    for (const one of [article, quiet]) await use(one);
    for (const one of [article, quiet]) await isGone(one);
    expect(await complaints(article, quiet)).toEqual([]);
    await enable(true);
    world.control = await world.launched.openExtensionPage('popup.html');
  });

  it.runIf(world.name === 'chromium')('is gone when it is removed', async () => {
    const { article, quiet, next } = await tabs();
    await world.launched.browser.uninstallExtension(new URL(world.launched.extensionUrl).host);
    await rest(article.page, next);
    await isGone(article);
    for (const one of [article, quiet]) await use(one);
    for (const one of [article, quiet]) await isGone(one);
    expect(await complaints(article, quiet)).toEqual([]);
  });

  // Firefox ends scripts without a word and takes the rules of marks away: what is registered is not painted any more.
  for (const how of ['disabled', 'removed'] as const) {
    it.runIf(world.name === 'firefox')(`leaves nothing to see when it is ${how}`, async ({ onTestFinished }) => {
      const quiet = await show('quiet', '<p>Nothing of interest.</p>');
      const article = await show('article', P);
      await waitForMarks(article.page);
      const marked = await picture(article.page);
      await world.control.evaluate(() => chrome.storage.local.set({ 'rule:localhost': 'off' }));
      await waitForMarks(article.page, (marks) => marks.length === 0);
      const bare = await picture(article.page);
      expect(differences(marked, bare)).not.toEqual([]);
      await world.control.evaluate(() => chrome.storage.local.clear());
      await waitForMarks(article.page);
      const enable = () => inWindow(world.launched, `${ADD_ON}.then((addOn) => addOn.enable())`);
      if (how === 'removed') await world.launched.browser.uninstallExtension(FIREFOX_ID);
      else {
        onTestFinished(async () => void (await enable()));
        await inWindow(world.launched, `${ADD_ON}.then((addOn) => addOn.disable())`);
      }
      await expect.poll(async () => differences(await picture(article.page), bare), { timeout: 10_000 }).toEqual([]);
      for (const one of [article, quiet]) await use(one);
      expect(await complaints(article, quiet)).toEqual([]);
      expect(await quiet.page.evaluate(() => CSS.highlights.size)).toBe(0);
      if (how === 'removed') return;
      await enable();
      world.control = await world.launched.openExtensionPage('popup.html');
      await quiet.page.bringToFront();
      await waitForMarks(quiet.page, (marks) => marks.length === 2);
    });
  }
});
