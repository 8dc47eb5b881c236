/** What the tests of the popover share: an article, and a reader who rests, taps and steps. */
import type { Page } from 'puppeteer-core';
import { pause, popoverOn, rest, type SeenPopover, waitForMark, waitForPopover } from '../../../scripts/lib/reader.ts';
import type { World } from '../support/world.ts';

export const article = (
  body: string,
  style = '',
) => `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
  <title>Twitches</title><body style="font:18px/1.6 serif;max-width:40em;margin:60px auto;${style}">
  <h1>Why muscles move</h1>${body}`;

/** A few sentences that make it plain that the page is about health. */
export const PROSE = `<p>A fasciculation is small. Often coffee is behind it, sometimes a magnesium deficiency or
  hypocalcaemia. Zinc and potassium matter too, and so does vitamin B12.</p>`;

/** Rests on a mark until its card is there. */
export async function openCard(world: World, page: Page, text: string): Promise<SeenPopover> {
  await rest(page, await waitForMark(page, text));
  return (await waitForPopover(world.control, page)) as SeenPopover;
}

export async function waitForNoCard(world: World, page: Page): Promise<void> {
  await waitForPopover(world.control, page, (seen) => seen === undefined);
}

/** Lets the time pass in which a card would open, and says whether one did. */
export async function opensNothing(world: World, page: Page): Promise<boolean> {
  await pause(900);
  return (await popoverOn(world.control, page)) === undefined;
}

/** What the keys of the manifest make the background say to the page's frame. */
export async function step(world: World, page: Page, by: 1 | -1, fresh: boolean): Promise<unknown> {
  return world.control.evaluate(
    async (url, direction, anew) => {
      const { hidden } = (await chrome.storage.local.get('hidden')) as { hidden: { version: string } };
      const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
      const tab = tabs.find((one) => one.url === url);
      const message = { type: 'step', version: hidden.version, by: direction, fresh: anew, focus: true };
      return chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
    },
    page.url(),
    by,
    fresh,
  );
}

/** Changes settings as the options page does, until `restore`. */
export async function set(world: World, settings: Record<string, unknown>): Promise<void> {
  await world.control.evaluate((value) => chrome.storage.local.set({ settings: value }), settings);
}
