/** The popover on pages of every kind: where it stands, what may cover it, who may take it away. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { popoverOn, press, rest, type SeenPopover, waitForMark, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';
import { article, openCard, opensNothing, PROSE, waitForNoCard } from './support.ts';

/** Pages on which a card is harder to place than on others, by what is special in them. */
const PAGES: Readonly<Record<string, string>> = {
  plain: article(PROSE),
  'at the lower edge': article(`<div style="height:560px"></div>${PROSE}`),
  'at the right edge': article(`<p style="text-align:right">zinc, iron, fasciculation</p>${PROSE}`),
  'right to left': article(PROSE).replace('<body', '<body dir="rtl"'),
  'vertical text': article(PROSE, 'writing-mode:vertical-rl;height:600px'),
  zoomed: article(PROSE).replace('<html', '<html style="zoom:1.5"'),
  'zoomed in its body': article(PROSE, 'zoom:0.75'),
  transformed: article(PROSE, 'transform:translate(40px,30px) scale(.9)'),
  'with a filter on its root': article(PROSE).replace('<html', '<html style="filter:sepia(.2);contain:paint"'),
  'in a nested scroller': article(
    `<div style="height:300px;overflow:auto"><div style="height:120px"></div>${PROSE}<div style="height:900px"></div></div>`,
  ),
  'in a modal dialog': article(`<dialog id="d">${PROSE}</dialog><script>d.showModal()</script>`),
  'in a popover': article(`<div popover id="d" style="width:600px">${PROSE}</div><script>d.showPopover()</script>`),
  'in quirks mode': article(PROSE).replace('<!doctype html>', ''),
};

const FRAME = (style: string) => article(`<iframe style="${style}" srcdoc="${PROSE.replaceAll('\n', ' ')}"></iframe>`);

inEachBrowser('The popover', (world) => {
  /** The mark's and the card's boxes do not touch, and the card lies within the viewport. */
  const expectBeside = async (page: Page, card: SeenPopover, text: string) => {
    const mark = await waitForMark(page, text);
    const apart =
      card.y >= mark.y + mark.height ||
      card.y + card.height <= mark.y ||
      card.x >= mark.x + mark.width ||
      card.x + card.width <= mark.x;
    expect(apart).toBe(true);
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.y).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(width);
    expect(card.y + card.height).toBeLessThanOrEqual(height);
  };

  for (const [name, html] of Object.entries(PAGES)) {
    it(`stands beside the mark, in sight: page ${name}`, async () => {
      const page = await world.show(html);
      const card = await openCard(world, page, 'fasciculation');
      await expectBeside(page, card, 'fasciculation');
      expect(card.width).toBeGreaterThan(340);
      await press(world.control, page, 'Copy with sources');
      await waitForPopover(world.control, page, (seen) => /Copied|Here is the text/.test(seen?.text ?? ''));
    });
  }

  it('keeps within a frame that is smaller than itself', async () => {
    const page = await world.show(FRAME('width:300px;height:170px;border:0'));
    const frame = page.frames().find((one) => one !== page.mainFrame());
    await frame?.waitForFunction(() => CSS.highlights.size > 0);
    const box = await (await page.$('iframe'))?.boundingBox();
    if (!box) throw new Error('no frame');
    await page.mouse.move(box.x + 30, box.y + 150);
    await page.mouse.move(box.x + 45, box.y + 30, { steps: 8 });
    await page.waitForFunction(
      () => {
        const inner = (document.querySelector('iframe') as HTMLIFrameElement).contentDocument;
        const host = inner?.querySelector('[popover=manual]');
        if (!host) return false;
        const { left, top, right, bottom } = host.getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= 300 && bottom <= 170 && bottom - top > 60;
      },
      { timeout: 10_000 },
    );
  });

  it('goes when its text is hidden or taken away, or covered by a dialog', async () => {
    const page = await world.show(article(`<div id="a">${PROSE}</div><dialog id="d">Hello</dialog>`));
    for (const hide of [
      "a.style.visibility = 'hidden'",
      "a.style.display = 'none'",
      'd.showModal()',
      "a.replaceChildren('Nothing')",
    ]) {
      await openCard(world, page, 'fasciculation');
      await page.evaluate(hide);
      await waitForNoCard(world, page);
      await page.evaluate("a.removeAttribute('style'); d.close()");
      await page.mouse.move(2, 2);
    }
  });

  it('is put back when a page takes it away, and stays away the third time; the background knows', async () => {
    const page = await world.show(
      article(`${PROSE}<script>
        taken = 0;
        const seen = new MutationObserver(() => {
          for (const host of document.querySelectorAll(':root > [popover]')) { taken++; host.remove(); }
        });
        start = () => seen.observe(document.documentElement, { childList: true });
      </script>`),
    );
    await openCard(world, page, 'fasciculation');
    await page.evaluate('document.querySelector(":root > [popover]").remove()');
    await waitForPopover(world.control, page);
    await page.evaluate('start(); document.querySelector(":root > [popover]").remove()');
    await waitForNoCard(world, page);
    expect(await page.evaluate('taken')).toBe(1);
    await page.mouse.move(2, 2);
    await rest(page, await waitForMark(page, 'hypocalcaemia'));
    expect(await opensNothing(world, page)).toBe(true);
    const kept = await world.control.evaluate(async () => Object.values(await chrome.storage.session.get(null)));
    expect(kept.some((value) => (value as { unwanted?: boolean } | null)?.unwanted)).toBe(true);
  });

  it('opens and closes without a trace in the page', async () => {
    const page = await world.show(article(`${PROSE}<script>before = document.documentElement.outerHTML</script>`));
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await openCard(world, page, 'fasciculation');
    await page.keyboard.press('Escape');
    await waitForNoCard(world, page);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('is dark on a dark page and light on a light one, whatever the system says', async () => {
    for (const [style, theme] of [
      ['background:#111;color:#eee', 'dark'],
      ['background:#fff;color:#111', 'light'],
      ['background:linear-gradient(#123,#234);color:#fff', 'dark'],
      ['', 'light'],
    ]) {
      const page = await world.show(article(PROSE, style));
      await openCard(world, page, 'fasciculation');
      expect((await popoverOn(world.control, page))?.theme).toBe(theme);
    }
  });
});
