/** Private windows are left alone until the reader allows the extension there; then nothing of them outlasts them. */
import type { Page, Target } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { buildFolder } from '../../../scripts/lib/launch.ts';
import { marksOn, pause, press, rest, waitForMark, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inWindow } from '../support/firefox-window.ts';
import { inEachBrowser, ROOT, type World } from '../support/world.ts';

inEachBrowser('In a private window', (world) => {
  const visit = (path: string): Promise<Page> => {
    world.pages.set(`/${path}`, { body: demoPage() });
    const address = world.server.url + path;
    return world.name === 'chromium' ? visitInChromium(world, address) : visitInFirefox(world, address);
  };
  /** All that is kept for the session, but that it has begun, and when we were started in open tabs. */
  const session = async () => {
    const { run: _, started: __, ...kept } = await world.control.evaluate(() => chrome.storage.session.get(null));
    return kept;
  };

  it('a page is left alone: the reader has not allowed it', async () => {
    await waitForMarks(await world.show(demoPage()));
    const page = await visit('left-alone');
    await pause(1500);
    expect(await page.evaluate(() => document.body.innerText)).toContain('fasciculation');
    expect(await marksOn(page)).toEqual([]);
  });

  it('that the reader allowed, marks and cards are as elsewhere, and closing it leaves nothing of what was read', async () => {
    await allow(world);
    await world.control.evaluate(() => chrome.storage.session.clear());
    const page = await visit('allowed');
    await page.bringToFront();
    const mark = await waitForMark(page, 'fasciculation');
    await rest(page, mark);
    await waitForPopover(world.control, page);
    const keys = async () => Object.keys(await session()).map((key) => key.replace(/:.*/, ''));
    // A card that only just opened takes no click.
    const openPanel = async () => {
      if (!(await keys()).includes('panel')) await press(world.control, page, 'The full entry');
      await pause(1000);
      return keys();
    };
    await expect.poll(openPanel, { timeout: 40_000 }).toEqual(expect.arrayContaining(['tab', 'panel']));
    await closePrivateWindows(world);
    await expect.poll(session, { timeout: 20_000 }).toEqual({});
    expect(await world.control.evaluate(() => chrome.storage.local.get(['settings', 'pause']))).toEqual({});
  });
});

/** Chromium's private windows; a context of puppeteer's is a profile of its own, in which no extension ever runs. */
async function visitInChromium({ launched, control }: World, address: string): Promise<Page> {
  await control.evaluate(async (url) => {
    await chrome.windows.create({ incognito: true, url });
  }, address);
  return (await launched.browser.waitForTarget((target: Target) => target.url() === address)).asPage();
}

async function visitInFirefox({ launched }: World, address: string): Promise<Page> {
  await inWindow(
    launched,
    `(async () => {
      const opened = OpenBrowserWindow({ private: true });
      // Before that the window still goes to a page of its own.
      const topic = 'browser-delayed-startup-finished';
      await new Promise((resolve) => Services.obs.addObserver(function started(window) {
        if (window !== opened) return;
        Services.obs.removeObserver(started, topic);
        resolve();
      }, topic));
      opened.openTrustedLinkIn(${JSON.stringify(address)}, 'current');
      return '';
    })()`,
  );
  const page = async () => (await launched.browser.pages()).find((candidate) => candidate.url() === address);
  await expect.poll(async () => (await page()) !== undefined, { timeout: 20_000 }).toBe(true);
  return (await page()) as Page;
}

/** Sets what the reader sets in the browser's own page of extensions. */
async function allow(world: World): Promise<void> {
  const { launched } = world;
  if (world.name === 'chromium') {
    await launched.browser.installExtension(buildFolder(ROOT, world.name), { enabledInIncognito: true });
  } else {
    // The window of the test before may still be closing.
    const windows = `[...Services.wm.getEnumerator('navigator:browser')].length`;
    await expect.poll(() => inWindow(launched, windows).catch(() => 0), { timeout: 20_000 }).toBe(1);
    // Loading the extension anew closes its own tab, and with its last tab a window ends.
    await launched.browser.newPage();
    await inWindow(
      launched,
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const id = 'fascicle@fascicle.example';
        await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await (await AddonManager.getAddonByID(id)).reload();
        return '';
      })()`,
    );
  }
  world.control = await launched.openExtensionPage('popup.html');
}

function closePrivateWindows({ control }: World): Promise<void> {
  return control.evaluate(async () => {
    const windows: { id?: number; incognito: boolean }[] = await chrome.windows.getAll();
    for (const { id, incognito } of windows) if (incognito && id !== undefined) await chrome.windows.remove(id);
  });
}
