/** The popover by mouse: when it opens, when it stays, when it goes, and what it leaves to the page. */
import { expect, it } from 'vitest';
import {
  pause,
  popoverOn,
  press,
  rest,
  type SeenPopover,
  settledMarks,
  waitForMark,
  waitForMarks,
  waitForPopover,
} from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';
import { article, openCard, opensNothing, PROSE, set, waitForNoCard } from './support.ts';

inEachBrowser('A reader with a mouse', (world) => {
  it('passes over a mark and is not disturbed, the first time neither', async () => {
    const page = await world.show(article(PROSE));
    const mark = await waitForMark(page, 'fasciculation');
    await page.mouse.move(mark.x - 60, mark.y + 8);
    await page.mouse.move(mark.x + 20, mark.y + 8, { steps: 3 });
    await page.mouse.move(mark.x + 40, mark.y - 55, { steps: 4 });
    expect(await opensNothing(world, page)).toBe(true);
  });

  it('goes from the mark into the card across other marks, and the card stays', async () => {
    const page = await world.show(article(`<p>fasciculation</p><p>zinc iron calcium magnesium potassium</p>${PROSE}`));
    const card = await openCard(world, page, 'fasciculation');
    await page.mouse.move(card.x + 150, card.y + 60, { steps: 12 });
    await pause(700);
    expect((await popoverOn(world.control, page))?.text).toContain('Fasciculation');
    await page.mouse.move(5, 5, { steps: 5 });
    await waitForNoCard(world, page);
  });

  it('sees no marks in the card itself, and the page finds no way into it by one', async () => {
    const page = await world.show(article(`<p>A creatine kinase test.</p>${PROSE}`));
    const before = await settledMarks(page);
    await openCard(world, page, 'creatine kinase test');
    await pause(1500);
    const texts = (marks: readonly { text: string }[]) => marks.map(({ text }) => text);
    expect(texts(await waitForMarks(page))).toEqual(texts(before));
  });

  it('rests on another mark: the card changes in place', async () => {
    const page = await world.show(article(PROSE));
    await openCard(world, page, 'hypocalcaemia');
    const other = await waitForMark(page, 'fasciculation');
    await page.mouse.move(other.x + 10, other.y + 8, { steps: 6 });
    await waitForPopover(world.control, page, (seen) => seen?.text.includes('Fasciculation') ?? false);
  });

  it('scrolls, drags or selects over a mark and gets no card', async () => {
    const page = await world.show(article(`${PROSE}<div style="height:3000px"></div>`));
    const mark = await waitForMark(page, 'fasciculation');
    await page.mouse.move(mark.x - 30, mark.y + 8);
    await page.mouse.down();
    await page.mouse.move(mark.x + 30, mark.y + 8, { steps: 4 });
    expect(await opensNothing(world, page)).toBe(true);
    await page.mouse.up();
    await page.mouse.move(mark.x + 20, mark.y + 8, { steps: 2 });
    expect(await opensNothing(world, page)).toBe(true);
  });

  it('sees the card leave with its text when the page scrolls', async () => {
    const page = await world.show(article(`${PROSE}<div style="height:3000px"></div>`));
    const before = await openCard(world, page, 'fasciculation');
    await page.evaluate(() => scrollBy(0, 40));
    await waitForPopover(world.control, page, (seen) => seen !== undefined && Math.abs(before.y - seen.y - 40) < 3);
    await page.evaluate(() => scrollBy(0, 2000));
    await waitForNoCard(world, page);
  });

  it('clicks a mark in a link: the page’s own thing happens, hovering explains', async () => {
    const page = await world.show(article(`<p>See <a href="#there">fasciculation</a>.</p>${PROSE}`));
    await openCard(world, page, 'fasciculation');
    const mark = await waitForMark(page, 'fasciculation');
    await page.mouse.click(mark.x + 5, mark.y + 8);
    await page.waitForFunction(() => location.hash === '#there');
  });

  it('sees marks through a stretched link and a clear layer, not through an opaque one', async () => {
    const layer = (style: string) =>
      article(`<div style="position:relative"><p>A fasciculation of iron.</p>
        <div style="position:absolute;inset:0;${style}"></div></div>${PROSE}`);
    const clear = await world.show(layer(''));
    await openCard(world, clear, 'fasciculation');
    const opaque = await world.show(layer('background:#eee'));
    await rest(opaque, await waitForMark(opaque, 'fasciculation'));
    expect(await opensNothing(world, opaque)).toBe(true);
    const link = await world.show(
      article(`<style>a::after{content:"";position:absolute;inset:0}</style>
        <div style="position:relative"><h3><a href="#x">News</a></h3><p>A fasciculation.</p></div>${PROSE}`),
    );
    await openCard(world, link, 'fasciculation');
  });

  it('opens by click where that is set, and by a held key where that is', async () => {
    const page = await world.show(article(PROSE));
    const mark = await waitForMark(page, 'fasciculation');
    await set(world, { openOn: 'click', version: 1 });
    await rest(page, mark);
    expect(await opensNothing(world, page)).toBe(true);
    await page.mouse.click(mark.x + 5, mark.y + 8);
    await waitForPopover(world.control, page);
    await page.mouse.click(mark.x + 5, mark.y + 8);
    await waitForNoCard(world, page);

    await set(world, { openOn: 'modifier', modifier: 'shift', version: 1 });
    await page.mouse.move(5, 5);
    await rest(page, mark);
    expect(await opensNothing(world, page)).toBe(true);
    await page.keyboard.down('Shift');
    await waitForPopover(world.control, page);
    await page.keyboard.up('Shift');
    await set(world, { version: 1 });
  });

  it('hides a term and takes it back', async () => {
    const page = await world.show(article(PROSE));
    await openCard(world, page, 'fasciculation');
    await pause(400);
    await press(world.control, page, 'Don’t mark this term');
    await waitForMarks(page, (marks) => marks.every(({ text }) => text !== 'fasciculation'));
    await press(world.control, page, 'Undo');
    await waitForMark(page, 'fasciculation');
    await waitForNoCard(world, page);
  });

  it('switches the site off and takes it back, then reads on', async () => {
    const page = await world.show(article(PROSE));
    await openCard(world, page, 'fasciculation');
    await pause(400);
    await press(world.control, page, 'Not on this site');
    await waitForMarks(page, (marks) => marks.length === 0);
    await press(world.control, page, 'Undo');
    await waitForMark(page, 'fasciculation');
    await openCard(world, page, 'hypocalcaemia');
  });

  it('finds the parts of a compound at hand', async () => {
    const page = await world.show(article(PROSE));
    await openCard(world, page, 'magnesium deficiency');
    await press(world.control, page, 'Magnesium');
    await waitForPopover(world.control, page, (seen) => seen?.controls.some(({ text }) => text === 'Back') ?? false);
  });

  it('finds what the words of a mark mean in their own right at hand, related or not', async () => {
    const page = await world.show(article(`${PROSE}<p>Her doctor also ordered a liver enzyme test.</p>`));
    const card = await openCard(world, page, 'liver enzyme test');
    expect(card.controls.map(({ text }) => text)).toEqual(expect.arrayContaining(['Enzyme', 'Liver']));
    await press(world.control, page, 'Enzyme');
    await waitForPopover(world.control, page, (seen) => seen?.controls.some(({ text }) => text === 'Back') ?? false);
  });

  it('presses in a card of a moment ago: nothing outside of it changes', async () => {
    const page = await world.show(article(PROSE));
    await openCard(world, page, 'fasciculation');
    await waitForPopover(world.control, page, (seen) => seen?.text.includes('Reviewed') ?? false);
    await popoverOn(world.control, page, 'Not on this site');
    const card = (await popoverOn(world.control, page)) as SeenPopover;
    const button = card.controls.find(({ text }) => text.includes('Not on this site'));
    expect(button?.y).toBeLessThan(card.y + card.height);
    await page.evaluate(() => {
      document.querySelector('p')?.style.setProperty('margin-left', '60px');
    });
    await waitForPopover(world.control, page, (seen) => seen !== undefined && seen.x !== card.x);
    const moved = (await popoverOn(world.control, page))?.controls.find(({ text }) => text === button?.text);
    await page.mouse.click(moved?.x ?? 0, moved?.y ?? 0);
    await pause(300);
    expect((await waitForMarks(page)).length).toBeGreaterThan(0);
  });

  it('is the only one who can open it: what a page makes up counts for nothing', async () => {
    const page = await world.show(article(PROSE));
    const mark = await waitForMark(page, 'fasciculation');
    await page.evaluate(({ x, y }) => {
      const at = { clientX: x + 5, clientY: y + 8, bubbles: true, pointerType: 'touch' };
      for (const type of ['pointermove', 'pointerdown', 'click']) {
        document.body.dispatchEvent(new PointerEvent(type, at));
      }
    }, mark);
    expect(await opensNothing(world, page)).toBe(true);
  });
});
