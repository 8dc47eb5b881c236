/** What is near the reader and what is hidden, by every way that browsers have to show and hide and scroll. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { marksOn, pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { toolbarOf } from '../support/toolbar.ts';
import { inEachBrowser } from '../support/world.ts';

const P = 'There is magnesium in it, and then there are fasciculations.';
const page = (body: string) => `<!doctype html><html lang="en"><title>x</title><body style="margin:0">${body}`;
const has = (word: string) => (marks: readonly { text: string }[]) => marks.some(({ text }) => text === word);
const lacks = (word: string) => (marks: readonly { text: string }[]) => !has(word)(marks);
const MANY = `<h2>one</h2><p>${P}</p>`.repeat(1200);

inEachBrowser('Text', (world) => {
  const counts = async (tab: Page) => (await toolbarOf(world.control, tab)).mentions;

  it('in a scroller inside shadow roots is marked where the reader scrolls to', async () => {
    const tab = await world.show(
      page(`<x-outer></x-outer><script>
        const outer = document.querySelector('x-outer').attachShadow({ mode: 'closed' });
        outer.innerHTML = '<div id="scroller" style="height:500px;overflow:auto"><x-inner></x-inner></div>';
        outer.querySelector('x-inner').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(MANY)};
        scroller = outer.getElementById('scroller'); </script>`),
    );
    await waitForMarks(tab);
    // Only what was seen to be far away is not watched any more.
    await pause(1500);
    for (const top of [50_000, 90_000, 20_000]) {
      await tab.evaluate(`scroller.scrollTop = ${top}`);
      await waitForMarks(tab, (marks) => marks.some(({ y }) => y > 0 && y < 500));
    }
  });

  it('in a row of slides is marked when its slide comes', async () => {
    const slide = `<div style="min-width:600px"><h2>one</h2><p>${P}</p></div>`;
    const tab = await world.show(
      page(`<div id="row" style="display:flex;width:800px;overflow:auto">${slide.repeat(400)}`),
    );
    await waitForMarks(tab);
    await tab.evaluate("document.getElementById('row').scrollLeft = 100_000");
    await waitForMarks(tab, (marks) => marks.some(({ x }) => x > 0 && x < 800));
  });

  it('that is folded, hidden until found or skipped has no marks and is not counted until it shows', async () => {
    const tab = await world.show(
      page(`<p>${P}</p><details id="a"><summary>more</summary><p>riboflavin</p></details>
        <div id="b" hidden="until-found"><p>potassium</p></div>
        <div id="c" style="content-visibility:hidden"><p>calcium</p></div>`),
    );
    await waitForMarks(tab, (marks) => marks.length >= 2);
    const before = { magnesium: 1, fasciculation: 1 };
    await expect.poll(() => counts(tab)).toEqual(before);
    expect((await marksOn(tab)).map(({ text }) => text)).toEqual(['magnesium', 'fasciculations']);
    await tab.evaluate("a.open = true; b.removeAttribute('hidden'); c.removeAttribute('style')");
    await waitForMarks(tab, (marks) => marks.length === 5);
    await expect.poll(() => counts(tab)).toEqual({ ...before, riboflavin: 1, potassium: 1, calcium: 1 });
  });

  it('that is far away and is moved into what is folded is not counted any more', async () => {
    const tab = await world.show(
      page(`<p>${P}</p><details id="folded"><summary>more</summary></details><div style="height:5000px"></div>
        <p id="far">riboflavin</p>`),
    );
    await expect.poll(() => counts(tab)).toEqual({ magnesium: 1, fasciculation: 1, riboflavin: 1 });
    await tab.evaluate('folded.append(far)');
    await expect.poll(() => counts(tab)).toEqual({ magnesium: 1, fasciculation: 1 });
    await tab.evaluate('folded.open = true');
    await waitForMarks(tab, has('riboflavin'));
  });

  it('that is not laid out for being far away is counted, and marked where the reader comes', async () => {
    const section = `<section style="content-visibility:auto;contain-intrinsic-size:auto 900px"><p>${P}</p>
      <div style="height:800px"></div></section>`;
    const tab = await world.show(page(section.repeat(30)));
    await waitForMarks(tab);
    await expect.poll(() => counts(tab), { timeout: 5000 }).toEqual({ magnesium: 30, fasciculation: 30 });
    await world.control.evaluate(() => chrome.storage.local.set({ settings: { density: 'every' } }));
    await tab.evaluate('scrollTo(0, 15_000)');
    await waitForMarks(tab, (marks) => marks.some(({ y }) => y > 0 && y < 800));
    await world.control.evaluate(() => chrome.storage.local.clear());
  });

  it('in a dialog, a popover and a fullscreen element has marks while it shows', async () => {
    const tab = await world.show(
      page(`<p>${P}</p><dialog id="modal"><p>riboflavin</p></dialog><div popover id="over"><p>potassium</p></div>
        <div id="full" style="height:300px"><p>calcium</p></div>`),
    );
    await waitForMarks(tab, (marks) => marks.length === 3);
    await tab.evaluate('modal.showModal()');
    await waitForMarks(tab, has('riboflavin'));
    await tab.evaluate('modal.close()');
    await waitForMarks(tab, lacks('riboflavin'));
    await tab.evaluate('over.showPopover()');
    await waitForMarks(tab, has('potassium'));
    await tab.evaluate('over.hidePopover()');
    await tab.evaluate("addEventListener('click', () => full.requestFullscreen(), { once: true })");
    await tab.mouse.click(400, 300);
    await tab.waitForFunction('document.fullscreenElement !== null', { polling: 100 });
    await tab.evaluate("full.firstChild.textContent = 'Thiamine and calcium'");
    await waitForMarks(tab, has('Thiamine'));
    await tab.evaluate('document.exitFullscreen()');
  });
});
