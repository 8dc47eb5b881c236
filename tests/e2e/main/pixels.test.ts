/** What marks look like: below their words and nowhere else, on paper not at all, and never in the way of the browser's own. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type SeenMark, settledMarks, waitForMarks } from '../../../scripts/lib/reader.ts';
import { below, differences, isIn, type Picture, picture } from '../support/pixels.ts';
import { inEachBrowser } from '../support/world.ts';

const TEXT = `<h1>Why muscles twitch</h1><p>A lack of magnesium can cause a fasciculation.</p>
  <p>Nobody knows <a href="#x">hypocalcaemia</a> from its looks.</p><p>Nothing of interest stands here.</p>`;
const article = (style: string, body = TEXT) =>
  `<!doctype html><html lang="en"><title>x</title><style>body{font:20px/2 serif;margin:40px;${style}}</style><body>${body}`;

inEachBrowser('Marks', (world) => {
  const off = () => world.control.evaluate(() => chrome.storage.local.set({ 'rule:localhost': 'off' }));
  const clear = () => world.control.evaluate(() => chrome.storage.local.clear());

  /** The page with its marks and without. */
  const both = async (page: Page): Promise<{ marks: SeenMark[]; shown: Picture; gone: Picture }> => {
    const marks = await settledMarks(page);
    const shown = await picture(page);
    await off();
    await waitForMarks(page, (all) => all.length === 0);
    const gone = await picture(page);
    await clear();
    return { marks, shown, gone };
  };

  for (const [name, style] of [
    ['a light', 'background:#fff;color:#111'],
    ['a dark', 'background:#111;color:#eee'],
    ['a coloured', 'background:#0a8f96;color:#fff'],
    ['a vertical', 'writing-mode:vertical-rl;height:500px'],
    ['a right-to-left', 'direction:rtl'],
  ] as const) {
    it(`underline their words and change nothing else on ${name} page`, async () => {
      const { marks, shown, gone } = await both(await world.show(article(style)));
      const changed = differences(shown, gone);
      // Which side is below depends on the writing mode.
      const room =
        name === 'a vertical' ? (mark: SeenMark) => ({ ...mark, x: mark.x - 3, width: mark.width + 6 }) : below;
      expect(changed.filter((place) => !marks.some((mark) => isIn(place, room(mark))))).toEqual([]);
      for (const mark of marks) {
        const length = Math.max(mark.width, mark.height);
        expect(changed.filter((place) => isIn(place, room(mark))).length, mark.text).toBeGreaterThan(length / 4);
      }
    });
  }

  it('show in drawings too', async () => {
    const page = await world.show(
      article(
        '',
        `${TEXT}<svg width="700" height="60"><text id="t" x="10" y="40" font-size="30">riboflavin here</text></svg>`,
      ),
    );
    await waitForMarks(page, (all) => all.some(({ text }) => text === 'riboflavin'));
    const { marks, shown, gone } = await both(page);
    const mark = marks.find(({ text }) => text === 'riboflavin') as SeenMark;
    const changed = differences(shown, gone).filter((place) => isIn(place, mark));
    expect(changed.length).toBeGreaterThan(mark.width / 4);
  });

  it('leave selected text its look, but for the line below it', async () => {
    const page = await world.show(article('background:#fff;color:#111'));
    await waitForMarks(page);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    const { marks, shown, gone } = await both(page);
    const changed = differences(shown, gone);
    expect(changed.filter((place) => !marks.some((mark) => isIn(place, below(mark))))).toEqual([]);
  });

  it('are not in the way of searching, selecting and copying', async () => {
    const page = await world.show(article(''));
    await waitForMarks(page);
    const found = await page.evaluate(() => {
      const find = (text: string) => (window as unknown as { find(text: string): boolean }).find(text);
      getSelection()?.removeAllRanges();
      const hit = find('lack of magnesium can');
      const text = getSelection()?.toString();
      getSelection()?.selectAllChildren(document.querySelectorAll('p')[1] as Element);
      return { hit, text, all: getSelection()?.toString() };
    });
    expect(found).toEqual({
      hit: true,
      text: 'lack of magnesium can',
      all: 'Nobody knows hypocalcaemia from its looks.',
    });
    expect((await waitForMarks(page)).map(({ text }) => text)).toContain('hypocalcaemia');
  });

  it.runIf(world.name === 'chromium')('are not there for paper', async () => {
    const page = await world.show(article(''));
    await waitForMarks(page);
    await page.emulateMediaType('print');
    const { shown, gone } = await both(page);
    // A letter that reaches beyond its word is cut at the border of the range: a pixel or two, where a line has dozens.
    expect(differences(shown, gone).length).toBeLessThan(10);
  });

  // Firefox cannot be told to show a page as for paper, but its PDF of the same page has the same length, give or take what
  // its dates pack to; one line below a paragraph adds some 25 bytes.
  it.runIf(world.name === 'firefox')('are not printed', async () => {
    const length = async (page: Page) => (await page.pdf()).length;
    const page = await world.show(article(''));
    await waitForMarks(page);
    const marked = await length(page);
    await off();
    await waitForMarks(page, (all) => all.length === 0);
    expect(Math.abs((await length(page)) - marked)).toBeLessThan(10);
    await page.evaluate(() => {
      (document.querySelector('p') as HTMLElement).style.textDecoration = 'underline';
    });
    expect((await length(page)) - marked).toBeGreaterThan(15);
    await clear();
  });

  it.runIf(world.name === 'chromium')('are blocks of the system’s own colours where colours are forced', async () => {
    const page = await world.show(article(''));
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    const { marks, shown, gone } = await both(page);
    const changed = differences(shown, gone);
    for (const mark of marks) {
      const inside = changed.filter((place) => isIn(place, mark));
      expect(inside.length, mark.text).toBeGreaterThan(mark.width * mark.height * 0.5);
    }
    expect(changed.filter((place) => !marks.some((mark) => isIn(place, mark)))).toEqual([]);
  });
});
