/** What a reader sees and does on a page, from outside, the same in Chromium and Firefox: marks, pointer, popover. */
import type { Page } from 'puppeteer-core';
import type { Launched } from './launch.ts';

/** A mark as painted: its text and where it stands in the viewport. */
export interface SeenMark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The marks registered on a page now, in document order. Empty where the extension is off. */
export function marksOn(page: Page): Promise<SeenMark[]> {
  return page.evaluate(() => {
    const marks: { text: string; x: number; y: number; width: number; height: number }[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
      if (!name.startsWith('fascicle')) continue;
      for (const range of highlight) {
        const live = document.createRange();
        try {
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
        } catch {
          continue;
        }
        const { x, y, width, height } = live.getClientRects()[0] ?? new DOMRect();
        marks.push({ text: live.toString(), x, y, width, height });
      }
    }
    return marks.sort((a, b) => a.y - b.y || a.x - b.x);
  });
}

/** Waits until `test` holds of the marks and returns them; throws with what was there after `timeout` milliseconds. */
export async function waitForMarks(
  page: Page,
  test: (marks: readonly SeenMark[]) => boolean = (marks) => marks.length > 0,
  timeout = 25_000,
): Promise<SeenMark[]> {
  const end = Date.now() + timeout;
  for (;;) {
    const marks = await marksOn(page);
    if (test(marks)) return marks;
    if (Date.now() > end)
      throw new Error(`Marks after ${timeout} ms: ${JSON.stringify(marks.map(({ text }) => text))}`);
    await pause(50);
  }
}

/** All marks, once they have been the same for ten looks in a row: a page is marked piece by piece. */
export function settledMarks(page: Page): Promise<SeenMark[]> {
  let before = '';
  let same = 0;
  return waitForMarks(page, (marks) => {
    const now = JSON.stringify(marks);
    same = marks.length > 0 && now === before ? same + 1 : 0;
    before = now;
    return same >= 10;
  });
}

/** The first mark with this text, once it is painted. A page is marked piece by piece, what is on screen first. */
export async function waitForMark(page: Page, text: string, timeout?: number): Promise<SeenMark> {
  const isWanted = (mark: SeenMark) => mark.text === text;
  const marks = await waitForMarks(page, (all) => all.some(isWanted), timeout);
  return marks.find(isWanted) as SeenMark;
}

/** Moves the pointer onto the mark with this text and rests there. */
export async function rest(page: Page, mark: SeenMark): Promise<void> {
  await page.mouse.move(Math.max(0, mark.x - 40), mark.y + mark.height + 40);
  await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2, { steps: 8 });
}

/** The popover's text and box as a reader sees it, its undo too, or undefined while it is closed. */
export interface SeenPopover {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Role or text of what has the focus in it. */
  readonly focused?: string;
  readonly theme: string;
  /** Texts and centres of what can be pressed in it. */
  readonly controls: readonly {
    readonly role: string;
    readonly text: string;
    readonly href?: string;
    readonly x: number;
    readonly y: number;
  }[];
}

/**
 * Reads the popover through the extension's own world in the page: its root is closed to the page.
 * `control` is any page of the extension: only such a page may look there. `reveal` unfolds and scrolls to the first
 * control with that text.
 */
export async function popoverOn(control: Page, page: Page, reveal?: string): Promise<SeenPopover | undefined> {
  const url = page.url();
  const seen = await control.evaluate(
    async (address, wanted) => {
      // Match patterns take no port in Firefox: the tab is found by its whole address.
      const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
      const tab = tabs.find(({ url }) => url === address);
      if (tab?.id === undefined) return undefined;
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab.id },
        args: [wanted ?? null],
        func: (part: string | null) => {
          // A card that may be asked for in a moment is laid out already, unseen.
          const host = [...document.querySelectorAll('[popover=manual]')].find(
            (element) => element.matches(':popover-open') && element.checkVisibility({ visibilityProperty: true }),
          );
          if (!host) return undefined;
          const open = (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
          const root = open ?? chrome.dom.openOrClosedShadowRoot(host as HTMLElement);
          if (!root) return undefined;
          const card = root.querySelector('.card, .toast');
          if (!card) return undefined;
          if (part !== null) {
            const element = [...root.querySelectorAll('button, a, summary')].find((item) =>
              item.textContent?.includes(part),
            );
            const folded = element?.closest('details');
            if (folded) folded.open = true;
            element?.scrollIntoView({ block: 'nearest' });
          }
          const { x, y, width, height } = card.getBoundingClientRect();
          const controls = [...root.querySelectorAll('button, a, summary')].map((element) => {
            const box = element.getBoundingClientRect();
            const href = element.getAttribute('href');
            return {
              role: element.localName,
              text: element.textContent ?? '',
              x: box.x + box.width / 2,
              y: box.y + box.height / 2,
              ...(href !== null && { href }),
            };
          });
          const theme = root.querySelector<HTMLElement>('.fascicle')?.dataset.theme ?? 'auto';
          const focused = root.activeElement?.getAttribute('role') ?? root.activeElement?.textContent ?? undefined;
          return {
            text: (card as HTMLElement).innerText,
            x,
            y,
            width,
            height,
            controls,
            theme,
            ...(focused && { focused }),
          };
        },
      });
      return answer?.result ?? undefined;
    },
    url,
    reveal,
  );
  return (seen ?? undefined) as SeenPopover | undefined;
}

/** Waits for the popover to satisfy `test`. */
export async function waitForPopover(
  control: Page,
  page: Page,
  test: (popover: SeenPopover | undefined) => boolean = (popover) => popover !== undefined,
  timeout = 25_000,
): Promise<SeenPopover | undefined> {
  const end = Date.now() + timeout;
  for (;;) {
    const popover = await popoverOn(control, page);
    if (test(popover)) return popover;
    if (Date.now() > end) throw new Error(`Popover after ${timeout} ms: ${JSON.stringify(popover)}`);
    await pause(50);
  }
}

/**
 * Rests on a mark time and again until its popover is open, for pages under which the extension was replaced: in Firefox the
 * marks of the old script stay registered, so that a mark does not say yet that the new one follows the pointer.
 */
export async function restUntilOpen(control: Page, page: Page, mark: SeenMark): Promise<void> {
  for (let tries = 1; ; tries++) {
    await rest(page, mark);
    try {
      await waitForPopover(control, page, undefined, 5000);
      return;
    } catch (error) {
      if (tries === 10) throw error;
    }
  }
}

/** Presses a control of the popover by its text, after unfolding and scrolling to it as a reader would. */
export async function press(control: Page, page: Page, text: string): Promise<void> {
  const holds = (item: { readonly text: string }) => item.text.includes(text);
  await waitForPopover(control, page, (seen) => seen?.controls.some(holds) ?? false);
  await popoverOn(control, page, text);
  const popover = await popoverOn(control, page);
  const item = popover?.controls.find(holds);
  if (item) await page.mouse.click(item.x, item.y);
}

/** Lets `milliseconds` pass. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Waits for the page that a first start opens: it comes in front of whatever else is there. `control` is any page of the extension. */
export async function afterWelcome(control: Page): Promise<void> {
  await control.waitForFunction(
    async () => (await chrome.tabs.query({})).some(({ url }: { url?: string }) => url?.endsWith('/welcome.html')),
    { polling: 100 },
  );
}

/** Opens an address in a new tab of the browser, in front. */
export async function open(launched: Launched, url: string): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.bringToFront();
  return page;
}
