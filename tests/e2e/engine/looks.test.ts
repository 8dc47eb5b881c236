/** How marks look, in pixels: each intensity more than the one before, on every ground; links, selections and forced colours. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { settledMarks, waitForMarks } from '../../../scripts/lib/reader.ts';
import { inWindow } from '../support/firefox-window.ts';
import { type Box, below, differences, isIn, type Picture, picture, sections } from '../support/pixels.ts';
import { launchPlain } from '../support/plain-browser.ts';
import { inEachBrowser } from '../support/world.ts';

/** Grounds and what is written on them. The root of the page itself is black on white. */
const GROUNDS = { white: '#fff;color:#111', black: '#000;color:#fff', sepia: '#f4ecd8;color:#5b4636' };
const INTENSITIES = ['quiet', 'normal', 'strong'] as const;
/** A quarter of a line's pixels has this contrast to the ground at least, be it a wave in the colour that suits the ground least. */
const LEGIBLE = { quiet: 2, normal: 2.8, strong: 2.8 };
const QUARTER = 0.25;

/** Firefox's preference for whose colours a page has. */
const FORCED = 'browser.display.document_color_use';

const page = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>x</title><style>body{font:20px/2 serif;margin:0}section{padding:10px 40px}
   ${style}</style><body>${body}`;
const grounds = Object.entries(GROUNDS).map(
  ([name, style]) =>
    `<section id="${name}" style="background:${style}"><p>A lack of magnesium can cause a fasciculation.</p></section>`,
);
const READING = page(
  `<section><p>Nobody knows <a href="/read">hypocalcaemia</a> from <a href="/unread">riboflavin</a>, or zinc.</p></section>
   <section style="background:#111;color:#eee"><p>A lack of magnesium can cause a fasciculation.</p></section>
   <section class="own"><p>There is potassium in it, and <a href="/read">thiamine</a> too.</p></section>`,
  `a{text-decoration:none;font-weight:bold} a:link{color:#0000ee} a:visited{color:#b000b0}
   .own ::selection{background:#ffe000;color:#900000}`,
);
/** The visited link's colour. */
const VISITED = [0xb0, 0, 0xb0];

inEachBrowser('Marks', (world) => {
  let plain: Browser;
  beforeAll(async () => {
    plain = await launchPlain(world.name);
    world.pages.set('/reading', { body: READING });
    world.pages.set('/read', { body: page('<p>Read.</p>') });
  });
  afterAll(() => plain.close());

  const store = (items: object) => world.control.evaluate((all) => chrome.storage.local.set(all), items);
  const clear = () => world.control.evaluate(() => chrome.storage.local.clear());
  afterEach(clear);

  it('of each intensity are more than of the one before, and legible, on white, black and paper', async () => {
    const tab = await world.show(page(grounds.join('')));
    await waitForMarks(tab);
    await store({ 'rule:localhost': 'off' });
    await waitForMarks(tab, (marks) => marks.length === 0);
    const bare = await picture(tab);
    await clear();
    const boxes = await sections(tab);
    for (const look of [
      { markStyle: 'dotted', colour: 'teal' },
      { markStyle: 'dotted', colour: 'text' },
      { markStyle: 'solid', colour: 'amber' },
      { markStyle: 'wavy', colour: 'violet' },
      { markStyle: 'tint', colour: 'teal' },
      { markStyle: 'tint', colour: 'text' },
    ]) {
      let before = Object.keys(GROUNDS).map(() => 0);
      for (const intensity of INTENSITIES) {
        const name = `${look.markStyle} ${look.colour} ${intensity}`;
        await store({ settings: { ...look, intensity, density: 'every' } });
        await waitForMarks(tab, (marks) => marks.length === 6);
        await tab.waitForFunction(
          (wanted) => CSS.highlights.has(wanted),
          { polling: 50 },
          `fascicle-${name.replace(/(\w+) (\w+) (\w+)/, '$1-$3-$2')}`,
        );
        const seen = () =>
          picture(tab).then((now) => Object.keys(GROUNDS).map((ground) => inkIn(boxes[ground] as Box, bare, now)));
        // The rule of a look comes a moment after its marks.
        await expect
          .poll(async () => (await seen()).every(({ ink }, i) => ink > 1.1 * (before[i] ?? 0)), {
            message: name,
            timeout: 10_000,
          })
          .toBe(true);
        const now = await seen();
        if (look.markStyle !== 'tint')
          for (const { contrast } of now) expect(contrast, name).toBeGreaterThan(LEGIBLE[intensity]);
        before = now.map(({ ink }) => ink);
      }
    }
  });

  /** The page after its first link was followed and the reader came back. */
  const readIn = async (browser: Browser): Promise<Page> => {
    const tab = await browser.newPage();
    await tab.goto(`${world.server.url}reading`);
    await tab.bringToFront();
    // Not by the mouse: it would rest on a mark, and a card would open.
    await tab.evaluate(() => setTimeout(() => document.querySelector('a')?.click(), 10));
    const isAt = (path: string) => expect.poll(() => tab.evaluate('location.pathname').catch(() => '')).toBe(path);
    await isAt('/read');
    // Firefox never says that it went back.
    await tab.evaluate(() => setTimeout(() => history.back(), 10));
    await isAt('/reading');
    await expect.poll(async () => count(await picture(tab), VISITED), { timeout: 10_000 }).toBeGreaterThan(20);
    return tab;
  };

  it('leave links and selections as they are in a browser without us, but for the line', async () => {
    const [without, tab] = [await readIn(plain), await readIn(world.launched.browser)];
    await waitForMarks(tab, (all) => all.length === 7);
    const marks = await settledMarks(tab);
    const expectOnlyLines = async () => {
      const changed = differences(await picture(tab), await picture(without));
      expect(changed.filter((place) => !marks.some((mark) => isIn(place, below(mark))))).toEqual([]);
      return marks.map((mark) => [mark.text, changed.filter((place) => isIn(place, below(mark))).length / mark.width]);
    };
    for (const [text, share] of await expectOnlyLines()) expect(share, String(text)).toBeGreaterThan(0.25);
    for (const one of [without, tab]) {
      await one.bringToFront();
      await one.evaluate(() => getSelection()?.selectAllChildren(document.body));
      await expect
        .poll(async () => count(await picture(one), [0xff, 0xe0, 0]), { timeout: 10_000 })
        .toBeGreaterThan(1000);
    }
    await expectOnlyLines();
  });

  // Chromium's are in tests/e2e/main/pixels.
  it.runIf(world.name === 'firefox')(
    'are blocks of the system’s own colours where colours are forced',
    async ({ onTestFinished }) => {
      const tab = await world.show(page(grounds.join('')));
      await inWindow(world.launched, `Services.prefs.setIntPref('${FORCED}', 2)`);
      onTestFinished(async () => void (await inWindow(world.launched, `Services.prefs.clearUserPref('${FORCED}')`)));
      await tab.waitForFunction("matchMedia('(forced-colors: active)').matches", { polling: 50 });
      await waitForMarks(tab, (all) => all.length === 6);
      const marks = await settledMarks(tab);
      const shown = await picture(tab);
      await store({ 'rule:localhost': 'off' });
      await waitForMarks(tab, (all) => all.length === 0);
      const changed = differences(shown, await picture(tab));
      for (const mark of marks) {
        const inside = changed.filter((place) => isIn(place, mark));
        expect(inside.length, mark.text).toBeGreaterThan(mark.width * mark.height * 0.5);
      }
      expect(changed.filter((place) => !marks.some((mark) => isIn(place, mark)))).toEqual([]);
    },
  );
});

/** How much the pixels of a box differ, all colours added up, and the contrast that a quarter of them has to what it was. */
function inkIn(box: Box, bare: Picture, now: Picture): { readonly ink: number; readonly contrast: number } {
  let ink = 0;
  const contrasts: number[] = [];
  for (const place of differences(bare, now)) {
    if (!isIn(place, box)) continue;
    const [before, after] = [bare, now].map(({ data, width }) => [
      ...data.subarray((place.y * width + place.x) * 3).subarray(0, 3),
    ]) as [number[], number[]];
    before.forEach((value, i) => {
      ink += Math.abs(value - (after[i] ?? 0));
    });
    contrasts.push(contrast(before, after));
  }
  contrasts.sort((a, b) => b - a);
  return { ink, contrast: contrasts[Math.floor(contrasts.length * QUARTER)] ?? 1 };
}

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(...colours: readonly [readonly number[], readonly number[]]): number {
  const [a, b] = colours.map((colour) => {
    const [red = 0, green = 0, blue = 0] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  }) as [number, number];
  return Math.max(a / b, b / a);
}

/** Pixels of exactly this colour. */
function count({ data }: Picture, [red, green, blue]: readonly number[]): number {
  let found = 0;
  for (let at = 0; at < data.length; at += 3)
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) found++;
  return found;
}
