/** The real toolbar popup, opened over the tab in front and driven from outside, in Chromium and Firefox. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Launched } from './launch.ts';
import { pause } from './reader.ts';

export interface RealPopup {
  text(): Promise<string>;
  /** Waits until its text satisfies `test` and returns it. */
  waitForText(test: (text: string) => boolean): Promise<string>;
  /** Waits for an element that matches `selector` and whose text contains `text`. */
  waitFor(selector: string, text: string): Promise<void>;
  /** Clicks the first element that matches `selector` and whose text contains `text`. */
  click(selector: string, text?: string): Promise<void>;
  /** Types into the element with the focus. */
  type(text: string): Promise<void>;
  press(key: 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Escape'): Promise<void>;
  close(): Promise<void>;
}

/** Opens the popup over the page in front. `control` is another page of the extension, in a tab of its own. */
export async function openPopup(launched: Launched, control: Page): Promise<RealPopup> {
  if (launched.name === 'firefox') await closeInFirefox(control);
  await control.evaluate(() => chrome.action.openPopup());
  const popup = launched.name === 'chromium' ? await inChromium(launched, control) : inFirefox(control);
  await popup.waitForText((text) => text.length > 0);
  return popup;
}

/** A target of its own in Chromium: real input events reach it. */
async function inChromium(launched: Launched, control: Page): Promise<RealPopup> {
  const target = await launched.browser.waitForTarget(
    (candidate) => candidate.url().endsWith('/popup.html') && candidate !== control.target(),
  );
  const page = await target.asPage();
  const text = () => page.evaluate(() => document.body.innerText);
  const find = (selector: string, contained: string) =>
    page.waitForFunction(
      (query, part) => [...document.querySelectorAll(query)].find((element) => element.textContent?.includes(part)),
      {},
      selector,
      contained,
    );
  return {
    text,
    waitForText: (test) => poll(text, test),
    waitFor: async (selector, contained) => void (await find(selector, contained)),
    async click(selector, contained = '') {
      const handle = await find(selector, contained);
      const element = handle.asElement() as ElementHandle<Element> | null;
      await element?.click();
    },
    type: (written) => page.keyboard.type(written),
    press: (key) => page.keyboard.press(key),
    async close() {
      await page.evaluate(() => window.close()).catch(() => undefined);
      // Until it is gone the browser opens no other.
      await poll(
        async () => (launched.browser.targets().includes(target) ? 'open' : 'closed'),
        (state) => state === 'closed',
      );
    },
  };
}

/** A page that is not in front has no frames to look again in. */
const INTERVAL = { polling: 100 };

/** In Firefox only a page of the extension can reach it; it acts there as the reader would. */
function inFirefox(control: Page): RealPopup {
  const text = () =>
    control.evaluate(() => chrome.extension.getViews({ type: 'popup' })[0]?.document.body.innerText ?? '');
  return {
    text,
    waitForText: (test) => poll(text, test),
    async waitFor(selector, contained) {
      await control.waitForFunction(
        (query, part) => {
          const view = chrome.extension.getViews({ type: 'popup' })[0];
          const elements = [...(view?.document.querySelectorAll(query) ?? [])];
          return elements.some((element) => element.textContent?.includes(part));
        },
        INTERVAL,
        selector,
        contained,
      );
    },
    async click(selector, contained = '') {
      await control.waitForFunction(
        (query, part) => {
          const view = chrome.extension.getViews({ type: 'popup' })[0];
          const elements = [...(view?.document.querySelectorAll<HTMLElement>(query) ?? [])];
          const found = elements.find((element) => element.textContent?.includes(part));
          found?.click();
          return found !== undefined;
        },
        INTERVAL,
        selector,
        contained,
      );
    },
    type: async (written) => {
      await control.waitForFunction(
        () => Boolean(chrome.extension.getViews({ type: 'popup' })[0]?.document.querySelector('input')),
        INTERVAL,
      );
      await control.evaluate((value) => {
        const input = chrome.extension.getViews({ type: 'popup' })[0]?.document.querySelector('input');
        if (!input) throw new Error('The popup has no field.');
        // Without a screen Firefox does not always give the popup the focus.
        input.focus();
        for (const letter of value) {
          input.value += letter;
          input.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
        }
      }, written);
    },
    press: (key) =>
      control.evaluate((name) => {
        const page = chrome.extension.getViews({ type: 'popup' })[0]?.document;
        const focused = page?.activeElement === page?.body ? page?.querySelector('input') : page?.activeElement;
        focused?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
      }, key),
    close: () => closeInFirefox(control),
  };
}

/** Firefox opens no popup while another is open, one that was left by whoever failed included. */
async function closeInFirefox(control: Page): Promise<void> {
  await control.waitForFunction(() => {
    const views = chrome.extension.getViews({ type: 'popup' });
    for (const view of views) view.close();
    return views.length === 0;
  }, INTERVAL);
}

async function poll(read: () => Promise<string>, test: (text: string) => boolean, timeout = 25_000): Promise<string> {
  const end = Date.now() + timeout;
  for (;;) {
    const text = await read();
    if (test(text)) return text;
    if (Date.now() > end) throw new Error(`The popup shows after ${timeout} ms: ${text}`);
    await pause(50);
  }
}
