/** The side panel or sidebar, opened by every way there is, in the built extension. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { pause, press, rest, waitForMark, waitForPopover } from '../../../scripts/lib/reader.ts';
import { openPopup } from '../../../scripts/lib/real-popup.ts';
import { inWindow } from '../support/firefox-window.ts';
import { inEachBrowser, type World } from '../support/world.ts';
import { addressesOf, click, waitForText } from './support.ts';

const SIDEBAR = 'fascicle_fascicle_example-sidebar-action';

inEachBrowser('The panel beside the page', (world) => {
  afterEach(async () => {
    await world.control.evaluate(() => chrome.storage.session.clear());
    if (world.name === 'firefox') await inWindow(world.launched, 'SidebarController.hide()');
  });

  it('opens from a page’s popover with that entry', async () => {
    const page = await world.show(demoPage());
    const mark = await waitForMark(page, 'fasciculation');
    await rest(page, mark);
    await waitForPopover(world.control, page);
    // A card that only just opened takes no click.
    await expect
      .poll(
        async () => {
          if (await isShown(world)) return true;
          await press(world.control, page, 'The full entry');
          await pause(1500);
          return isShown(world);
        },
        { timeout: 40_000 },
      )
      .toBe(true);
    // Chromium takes the click in the page for it; Firefox does not, and a tab shows the same.
    const panel = await panelOrTab(world);
    const text = await panel.text((seen) => seen.includes('Fasciculation'));
    expect(text).toContain('Sources');
  });

  describe.runIf(world.name === 'chromium')('as Chromium’s side panel', () => {
    it('opens from the popup, at an entry, beside the page', async () => {
      await world.show(demoPage());
      const popup = await openPopup(world.launched, world.control);
      await popup.type('magnes');
      await popup.waitForText((text) => text.includes('Magnesium'));
      await popup.press('Enter');
      await popup.click('button', 'Open beside the page');
      const panel = await sidePanel(world);
      await waitForText(panel, (text) => text.includes('Magnesium') && text.includes('Sources'));
      expect(await panel.evaluate(() => innerWidth)).toBeLessThan(700);

      await click(panel, '.related button', 'Calcium');
      await panel.waitForFunction(() => document.querySelector('.entry-name')?.textContent === 'Calcium');
      await click(panel, 'button', 'Back');
      await panel.waitForFunction(() => document.querySelector('.entry-name')?.textContent === 'Magnesium');
      await click(panel, 'button', 'Forward');
      await panel.waitForFunction(() => document.querySelector('.entry-name')?.textContent === 'Calcium');
      await click(panel, 'button', 'All terms');
      await click(panel, 'button', 'By category');
      await waitForText(panel, (text) => text.includes('Symptoms') && text.includes('Eyelid twitch'));
    });
  });

  describe.runIf(world.name === 'firefox')('as Firefox’s sidebar', () => {
    it('opens by the sidebar’s own button, follows relations and goes back', async () => {
      await world.show(demoPage());
      await inWindow(world.launched, `SidebarController.show('${SIDEBAR}')`);
      const sidebar = sidebarOf(world);
      await sidebar.text((seen) => seen.includes('All terms'));
      await sidebar.press('.browse-entry', 'Magnesium');
      await sidebar.text((seen) => seen.includes('Magnesium is a mineral'));
      await sidebar.press('.related button', 'Calcium');
      await sidebar.text((seen) => seen.startsWith('Nutrient\n\nCalcium') || seen.includes('Calcium is'));
      await sidebar.press('button[aria-label=Back]', '');
      await sidebar.text((seen) => seen.includes('Magnesium is a mineral'));
    });

    it('looks a selection up from the page’s own context menu', async () => {
      const page = await world.show('<!doctype html><title>x</title><p style="font:30px serif">charley horse</p>');
      await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Element));
      await page.mouse.click(40, 60, { button: 'right' });
      const label = () =>
        inWindow(
          world.launched,
          `(() => { const menu = document.getElementById('contentAreaContextMenu');
            const item = [...menu.querySelectorAll('menuitem')].find((one) => one.id.includes('fascicle'));
            return menu.state === 'open' && item ? item.label : ''; })()`,
        );
      await expect.poll(label, { timeout: 20_000 }).toBe('Look up “charley horse” in Fascicle');
      await inWindow(
        world.launched,
        `(() => { const menu = document.getElementById('contentAreaContextMenu');
          menu.activateItem([...menu.querySelectorAll('menuitem')].find((one) => one.id.includes('fascicle'))); })()`,
      );
      await sidebarOf(world).text((seen) => seen.includes('Muscle cramp'));
    });

    it('answers in the address bar after “fx”, and opens the entry on Enter', async () => {
      await inWindow(world.launched, `gURLBar.focus(); gURLBar.search('fx magnes'); true`);
      const rows = () =>
        inWindow(
          world.launched,
          `[...document.querySelectorAll('.urlbarView-row')].map((row) => row.textContent).join('\\n')`,
        );
      await expect.poll(rows, { timeout: 20_000 }).toContain('Magnesium is a mineral');
      await inWindow(
        world.launched,
        `gURLBar.handleNavigation({ event: new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 }) }); true`,
      );
      // Nothing of it stands in the address: the browser's history would keep it.
      await expect
        .poll(async () => (await addressesOf(world.control)).some((url) => url.endsWith('/sidepanel.html')), {
          timeout: 20_000,
        })
        .toBe(true);
      const tab = await panelOrTab(world);
      expect(await tab.text((seen) => seen.includes('Magnesium'))).toContain('Sources');
    });
  });
});

interface Shown {
  /** Waits until its text satisfies `test`, and returns it. */
  text(test: (text: string) => boolean): Promise<string>;
}

async function sidePanel(world: World): Promise<Page> {
  const target = await world.launched.browser.waitForTarget((one) => one.url().includes('/sidepanel.html'));
  return target.asPage();
}

/** Whether panel or tab shows our panel page. */
function isShown(world: World): Promise<boolean> {
  return world.control.evaluate(async () => {
    const contexts = await chrome.runtime.getContexts({});
    return contexts.some(({ documentUrl }: { documentUrl?: string }) => documentUrl?.includes('/sidepanel.html'));
  });
}

async function panelOrTab(world: World): Promise<Shown> {
  if (world.name === 'chromium') {
    const panel = await sidePanel(world);
    return { text: (test) => waitForText(panel, test) };
  }
  const { control } = world;
  return {
    text: (test) =>
      waitForView(
        () =>
          control.evaluate(() => {
            const views = chrome.extension.getViews({ type: 'tab' });
            return (
              views.find((one: Window) => one.location.pathname === '/sidepanel.html')?.document.body.innerText ?? ''
            );
          }),
        test,
      ),
  };
}

async function waitForView(read: () => Promise<string>, test: (text: string) => boolean): Promise<string> {
  let text = '';
  await expect
    .poll(
      async () => {
        text = await read();
        return test(text) || text;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return text;
}

/** Firefox's sidebar, which only another page of the extension can look into. */
function sidebarOf(world: World): Shown & { press(selector: string, text: string): Promise<void> } {
  const { control } = world;
  return {
    text: (test) =>
      waitForView(
        () =>
          control.evaluate(
            () => chrome.extension.getViews({ type: 'sidebar' as 'tab' })[0]?.document.body.innerText ?? '',
          ),
        test,
      ),
    async press(selector, text) {
      await control.waitForFunction(
        (query, part) => {
          const view = chrome.extension.getViews({ type: 'sidebar' as 'tab' })[0];
          const elements = [...(view?.document.querySelectorAll<HTMLElement>(query) ?? [])];
          const found = elements.find((element) => element.textContent?.includes(part));
          found?.click();
          return found !== undefined;
        },
        {},
        selector,
        text,
      );
    },
  };
}
