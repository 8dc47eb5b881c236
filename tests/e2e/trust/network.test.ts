/**
 * Who asks the network for what, while a reader does everything there is: the browser itself says for whom each request is
 * made. A browser asks for things of its own (clock, updates); of the extension, and of pages with it, there is none.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { findBrowser } from '../../../scripts/lib/find-browser.ts';
import { type Launched, launch } from '../../../scripts/lib/launch.ts';
import {
  afterWelcome,
  open,
  pause,
  press,
  rest,
  waitForMark,
  waitForMarks,
  waitForPopover,
} from '../../../scripts/lib/reader.ts';
import { openPopup } from '../../../scripts/lib/real-popup.ts';
import { type LoggingProxy, startProxy } from '../support/proxy.ts';
import { type RequestWitness, witness } from '../support/request-witness.ts';
import { ROOT } from '../support/world.ts';

const ARTICLE = 'http://reader.example/';
const SECOND = `${ARTICLE}second`;
const ROUNDS = Number(process.env.ROUNDS ?? 1);

describe.each(['chromium', 'firefox'] as const)('Whatever a reader does, in %s', (name) => {
  let launched: Launched;
  let proxy: LoggingProxy;
  /** The source whose link a reader followed: the one address beside the pages. */
  let followed = '';
  const asked: RequestWitness = witness(name);

  beforeAll(async () => {
    if (!findBrowser(name)) return;
    proxy = await startProxy(new Map([ARTICLE, SECOND].map((address) => [address, demoPage()])));
    launched = await launch({
      name,
      headless: true,
      root: ROOT,
      flags: [...asked.flags, `--proxy-server=http://127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'],
      preferences: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxy.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxy.port,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
        // What it opens for the settings file that is saved would keep the popup of the next round from opening.
        'browser.download.alwaysOpenPanel': false,
      },
    });
    await asked.begin(launched);
  });
  afterAll(async () => {
    await launched?.close();
    await proxy?.close();
    asked.forget();
  });

  it.skipIf(!findBrowser(name))('a source is asked for when its link is followed, and not before', async () => {
    const control = await launched.openExtensionPage('popup.html');
    await afterWelcome(control);
    const page = await open(launched, SECOND);
    await openCard(control, page);
    const popover = await waitForPopover(control, page, (seen) => seen?.controls.some(({ href }) => href) ?? false);
    const link = popover?.controls.find(({ href }) => href?.startsWith('https://'));
    followed = new URL(link?.href ?? '').host;
    expect(proxy.requests).not.toContain(`CONNECT ${followed}:443`);
    await press(control, page, link?.text ?? '');
    await expect.poll(() => proxy.requests, { timeout: 10_000 }).toContain(`CONNECT ${followed}:443`);
  });

  it.skipIf(!findBrowser(name))(
    'no request is made but for the page',
    { timeout: 120_000 + ROUNDS * 90_000 },
    async () => {
      const control = await launched.openExtensionPage('popup.html');
      for (let round = 0; round < ROUNDS; round++) {
        const article = await readArticle(launched, control);
        await searchInPopup(launched, control);
        if (name === 'chromium') await typeInAddressBar(launched);
        for (const path of ['options.html', 'sidepanel.html', 'welcome.html']) await pressEverything(launched, path);
        // The next round finds its tab by its address.
        await article.close();
        // What was pressed may have switched everything off.
        await control.evaluate(() => chrome.runtime.sendMessage({ type: 'reset' }));
      }
      await pause(1000);
      expect(proxy.requests).toContain(`GET ${ARTICLE}`);
      // The last of it: what Chromium writes down is whole when it has ended.
      const requests = await asked.end(launched);
      expect(requests.map(({ address }) => address)).toContain(ARTICLE);
      const others = requests.filter(
        ({ address }) => !address.startsWith(ARTICLE) && new URL(address).host !== followed,
      );
      expect(others.filter(({ by }) => by !== 'the browser')).toEqual([]);
    },
  );
});

async function openCard(control: Page, page: Page): Promise<void> {
  const mark = await waitForMark(page, 'fasciculation');
  await rest(page, mark);
  await waitForPopover(control, page);
}

async function readArticle(launched: Launched, control: Page): Promise<Page> {
  const page = await open(launched, ARTICLE);
  await openCard(control, page);
  await press(control, page, 'Muscle twitch');
  await page.keyboard.press('Escape');
  for (const mark of (await waitForMarks(page)).slice(0, 5)) {
    await rest(page, mark);
    await pause(500);
  }
  return page;
}

async function searchInPopup(launched: Launched, control: Page): Promise<void> {
  const popup = await openPopup(launched, control);
  await popup.type('magnesum');
  await popup.waitFor('[role=option]', 'Magnesium');
  await popup.press('Enter');
  await pause(300);
  await popup.close();
}

/** What the address bar tells the background at each key, and on Enter. */
async function typeInAddressBar({ browser }: Launched): Promise<void> {
  const worker = await (await browser.waitForTarget((target) => target.type() === 'service_worker')).worker();
  await worker?.evaluate(async () => {
    const { onInputChanged, onInputEntered } = chrome.omnibox as unknown as Record<
      string,
      { dispatch(...parameters: unknown[]): void }
    >;
    for (const typed of ['m', 'mag', 'magnes']) await new Promise((shown) => onInputChanged?.dispatch(typed, shown));
    onInputEntered?.dispatch('magnesium', 'newBackgroundTab');
  });
}

/** Presses every button and fold of one of our pages and types into every field; links are left alone. */
async function pressEverything(launched: Launched, path: string): Promise<void> {
  const page = await launched.openExtensionPage(path);
  await page.evaluate(async () => {
    const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
    for (const field of document.querySelectorAll<HTMLInputElement>(
      'input[type=search], input[type=text], input:not([type])',
    )) {
      field.value = 'magnes';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await wait();
    }
    for (const element of document.querySelectorAll<HTMLElement>('summary, button, [role=option], input, select')) {
      if (element instanceof HTMLInputElement && element.type === 'file') continue;
      element.click();
      await wait();
    }
  });
  await page.close();
}
