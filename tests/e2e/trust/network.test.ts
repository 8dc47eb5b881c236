import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { findBrowser } from '../../../scripts/lib/find-browser.ts';
import { type Launched, launch } from '../../../scripts/lib/launch.ts';
import { open, pause, press, rest, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { openPopup } from '../../../scripts/lib/real-popup.ts';
import { type LoggingProxy, startProxy } from '../support/proxy.ts';
import { ROOT } from '../support/world.ts';

const ARTICLE = 'http://reader.example/';
const SECOND = `${ARTICLE}second`;
/** What a fresh browser asks for by itself, whatever is installed in it. */
const BROWSERS_OWN = [
  /^CONNECT [\w.-]+\.(google|googleapis|gstatic|gvt1|googleusercontent)\.com:443$/,
  /^GET http:\/\/clients2\.google\.com\/time\/1\/current\?/,
  /^POST http:\/\/update\.googleapis\.com\/service\/update2\/json\?/,
  /^(GET|CONNECT) (http:\/\/)?([\w-]+\.)*(mozilla\.(org|net|com)|mozaws\.net|firefox\.com)\b/,
  /^GET http:\/\/reader\.example\/favicon\.ico$/,
];
const ROUNDS = Number(process.env.ROUNDS ?? 1);

describe.each(['chromium', 'firefox'] as const)('Whatever a reader does, in %s', (name) => {
  let launched: Launched;
  let proxy: LoggingProxy;

  beforeAll(async () => {
    if (!findBrowser(name)) return;
    proxy = await startProxy(new Map([ARTICLE, SECOND].map((address) => [address, demoPage()])));
    launched = await launch({
      name,
      headless: true,
      root: ROOT,
      flags: [`--proxy-server=http://127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'],
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
      },
    });
  });
  afterAll(async () => {
    await launched?.close();
    await proxy?.close();
  });

  it.skipIf(!findBrowser(name))(
    'no request is made but for the page',
    { timeout: 60_000 + ROUNDS * 60_000 },
    async () => {
      const control = await launched.openExtensionPage('popup.html');
      for (let round = 0; round < ROUNDS; round++) {
        await readArticle(launched, control);
        await searchInPopup(launched, control);
        for (const path of ['options.html', 'sidepanel.html', 'welcome.html']) await pressEverything(launched, path);
      }
      await control.evaluate(() => chrome.runtime.sendMessage({ type: 'reset' }));
      await pause(1000);
      expect(proxy.requests).toContain(`GET ${ARTICLE}`);
      const others = proxy.requests.filter((request) => !request.startsWith(`GET ${ARTICLE}`));
      expect(others.filter((request) => !BROWSERS_OWN.some((own) => own.test(request)))).toEqual([]);
    },
  );

  it.skipIf(!findBrowser(name))('a source is asked for when its link is followed, and not before', async () => {
    const control = await launched.openExtensionPage('popup.html');
    const page = await open(launched, SECOND);
    await openCard(control, page);
    const popover = await waitForPopover(control, page, (seen) => seen?.controls.some(({ href }) => href) ?? false);
    const link = popover?.controls.find(({ href }) => href?.startsWith('https://'));
    const host = new URL(link?.href ?? '').host;
    expect(proxy.requests).not.toContain(`CONNECT ${host}:443`);
    await press(control, page, link?.text ?? '');
    await expect.poll(() => proxy.requests, { timeout: 10_000 }).toContain(`CONNECT ${host}:443`);
  });
});

async function openCard(control: Page, page: Page): Promise<void> {
  const mark = (await waitForMarks(page)).find(({ text }) => text === 'fasciculation');
  if (!mark) throw new Error('no mark');
  await rest(page, mark);
  await waitForPopover(control, page);
}

async function readArticle(launched: Launched, control: Page): Promise<void> {
  const page = await open(launched, ARTICLE);
  await openCard(control, page);
  await press(control, page, 'Muscle twitch');
  await page.keyboard.press('Escape');
  for (const mark of (await waitForMarks(page)).slice(0, 5)) {
    await rest(page, mark);
    await pause(500);
  }
}

async function searchInPopup(launched: Launched, control: Page): Promise<void> {
  const popup = await openPopup(launched, control);
  await popup.type('magnesum');
  await popup.waitFor('[role=option]', 'Magnesium');
  await popup.press('Enter');
  await pause(300);
  await popup.close();
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
