/**
 * Marks are painted where their words are, however the page moves, turns and folds its text: in pixels, against the same
 * page in its own style sheet's underlines.
 */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { DEFAULTS } from '../../../core/settings/defaults.ts';
import { markRule } from '../../../core/settings/mark-rule.ts';
import { settledMarks, waitForMarks } from '../../../scripts/lib/reader.ts';
import { differences, isIn, picture, sections } from '../support/pixels.ts';
import { inEachBrowser } from '../support/world.ts';

const P = 'A lack of magnesium can cause a fasciculation, and riboflavin is in it too.';
const FILLER = '<p>Nothing of interest stands here.</p>'.repeat(20);
const WORDS = new Set(['lack of magnesium', 'fasciculation', 'riboflavin', 'magnesium', 'zinc', 'potassium']);
/** What stands in each cell of the page, and how many marks it has. */
const PLACES: Readonly<Record<string, readonly [html: string, marks: number]>> = {
  plain: [`<p>${P}</p>`, 3],
  columns: [`<div style="columns:3;column-gap:12px;height:120px">${P} ${P}</div>`, 6],
  rotated: [`<p style="rotate:20deg;margin-top:40px">${P}</p>`, 3],
  scaled: [`<p style="transform:translate(30px,20px) scale(1.4);transform-origin:0 0;width:200px">${P}</p>`, 3],
  turned: [`<div style="transform:skewX(-15deg) translateY(30px)"><p style="rotate:-8deg">${P}</p></div>`, 3],
  scrolled: [
    `<div class="scroller"><div class="scroller" style="width:270px">${FILLER}<p class="prose">${P}</p>${FILLER}</div>${FILLER}</div>`,
    3,
  ],
  'right-to-left': [`<p dir="rtl">${P}</p>`, 3],
  arabic: ['<p dir="rtl">كلمة riboflavin كلمة <bdo dir="rtl">magnesium</bdo> كلمة</p>', 2],
  vertical: [`<p style="writing-mode:vertical-rl;height:200px">${P}</p>`, 3],
  'vertical-left': [`<p style="writing-mode:vertical-lr;height:200px">${P}</p>`, 3],
  upright: ['<p style="writing-mode:vertical-rl;text-orientation:upright;height:230px">riboflavin and zinc</p>', 2],
  drawing: [
    `<svg width="300" height="200" style="font-size:22px"><text x="5" y="30">riboflavin</text>
      <g transform="translate(20 60) rotate(30)"><text>magnesium and</text></g>
      <text x="150" y="30" writing-mode="vertical-rl">potassium</text></svg>`,
    3,
  ],
};
const cells = Object.entries(PLACES).map(([name, [html]]) => `<section id="${name}">${html}</section>`);
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><style>
  body{font:16px/1.8 serif;margin:0;display:grid;grid-template-columns:repeat(4,275px);grid-auto-rows:266px}
  section{overflow:hidden;padding:4px 10px;box-sizing:border-box} p{margin:8px 0} .scroller{height:180px;overflow:auto}
  u{text-decoration:none} .own :is(u, tspan){${/\{([^{}]*)\}/.exec(markRule(DEFAULTS, true))?.[1]}}</style><body>${cells.join('')}`;

/** Pixels that the lines of a cell have at least, and the share of them that may be a little aside. */
const MANY = 100;
const FEW = 0.03;

type Place = ReturnType<typeof differences>[number];

inEachBrowser('A mark is painted below its word', (world) => {
  const off = (page: Page) =>
    world.control
      .evaluate(() => chrome.storage.local.set({ 'rule:localhost': 'off' }))
      .then(() => waitForMarks(page, (marks) => marks.length === 0));
  afterEach(() => world.control.evaluate(() => chrome.storage.local.clear()));

  it('in columns, transforms, scrollers, right-to-left and vertical text and drawings', async () => {
    await world.control.evaluate(() => chrome.storage.local.set({ settings: { density: 'every' } }));
    const page = await world.show(PAGE);
    await waitForMarks(page);
    await page.evaluate(() => {
      document.querySelector('.prose')?.scrollIntoView({ block: 'center' });
      const outer = document.querySelector('.scroller');
      if (outer) outer.scrollTop = 30;
      scrollTo(0, 0);
    });
    const expected = Object.values(PLACES).reduce((sum, [, marks]) => sum + marks, 0);
    await waitForMarks(page, (marks) => marks.length === expected);
    const marks = await settledMarks(page);
    expect(new Set(marks.map(({ text }) => text))).toEqual(WORDS);
    const shown = await picture(page);
    expect(await page.evaluate(remember)).toBeGreaterThan(0);
    await off(page);
    const ours = differences(shown, await picture(page));
    await page.evaluate(wrap);
    const wrapped = await picture(page);
    await page.evaluate("document.body.className = 'own'");
    const theirs = differences(await picture(page), wrapped);
    for (const [name, box] of Object.entries(await sections(page))) {
      const [painted, wanted] = [ours, theirs].map((places) => places.filter((place) => isIn(place, box))) as [
        Place[],
        Place[],
      ];
      const isTint = name === 'drawing' && world.name === 'chromium';
      expect(wanted.length, name).toBeGreaterThan(MANY);
      // Browsers place the line of a vertical word a pixel or two aside, and the dots of a turned one.
      expect(apart(wanted, painted, 3) / wanted.length, name).toBeLessThan(FEW);
      if (!isTint) expect(apart(painted, wanted, 3) / painted.length, name).toBeLessThan(FEW);
      else expect(painted.filter((place) => !marks.some((mark) => isIn(place, mark)))).toEqual([]);
    }
  });
});

/** How many of `these` places have none of `those` as near as `by` pixels across and down. */
function apart(these: readonly Place[], those: readonly Place[], by: number): number {
  const near = new Set<string>();
  for (const { x, y } of those)
    for (let dx = -by; dx <= by; dx++) for (let dy = -by; dy <= by; dy++) near.add(`${x + dx} ${y + dy}`);
  return these.filter(({ x, y }) => !near.has(`${x} ${y}`)).length;
}

/** In the page: keeps where the marks are. Returns how many are broken, over lines or columns. */
function remember() {
  const ranges = [...(CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>)].flatMap(([, all]) => [
    ...all,
  ]);
  Object.assign(globalThis, { ranges });
  return ranges.filter(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.getClientRects().length > 1;
  }).length;
}

/** In the page: makes elements of the same words, which look as before. The last first, so that the others stay in place. */
function wrap() {
  const { ranges } = globalThis as unknown as { ranges: StaticRange[] };
  const follows = (a: StaticRange, b: StaticRange) =>
    a.startContainer === b.startContainer
      ? a.startOffset > b.startOffset
      : (a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
  for (const { startContainer, startOffset, endContainer, endOffset } of ranges.sort((a, b) =>
    follows(a, b) ? -1 : 1,
  )) {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    const { namespaceURI } = startContainer.parentElement as Element;
    range.surroundContents(document.createElementNS(namespaceURI, namespaceURI?.endsWith('svg') ? 'tspan' : 'u'));
  }
}
