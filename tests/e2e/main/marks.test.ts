import { expect, it } from 'vitest';
import { press, rest, settledMarks, waitForMark, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';

const ARTICLE = `<!doctype html><html lang="en"><title>Twitches</title>
  <body style="font:18px/1.6 serif;max-width:40em;margin:80px auto">
  <h1>Why muscles twitch</h1>
  <p>Most twitches are harmless. A lack of <a href="#x">magnesium</a> or hypocalcaemia can cause a fasciculation.</p>
  <p>Vitamin B<sub>12</sub> and <b>potas</b>sium matter too. A tablet of 5 mg is small.</p>
  <ul><li>iron deficiency</li><li>zinc in food</li></ul>`;

inEachBrowser('A page with health terms', (world) => {
  it('carries marks, across inline elements too, and none on a unit', async () => {
    const page = await world.show(ARTICLE);
    const texts = (await settledMarks(page)).map(({ text }) => text);
    for (const term of ['hypocalcaemia', 'fasciculation', 'Vitamin B12', 'potassium', 'zinc'])
      expect(texts).toContain(term);
    expect(texts).not.toContain('mg');
  });

  it('is not changed: same document, no mutation', async () => {
    const page = await world.show(`${ARTICLE}<script>
      records = [];
      new MutationObserver((all) => records.push(...all.map(({ type, target }) => type + ' ' + target.nodeName)))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      addEventListener('DOMContentLoaded', () => { records.length = 0; before = document.documentElement.outerHTML; });
    </script>`);
    await waitForMarks(page);
    const seen = await page.evaluate('({ records, same: before === document.documentElement.outerHTML })');
    expect(seen).toEqual({ records: [], same: true });
  });

  it('explains the mark that the pointer rests on, and closes on Escape', async () => {
    const page = await world.show(ARTICLE);
    const mark = await waitForMark(page, 'fasciculation');
    await rest(page, mark);
    const popover = await waitForPopover(world.control, page);
    expect(popover?.text).toContain('Fasciculation');
    expect(popover && (popover.y >= mark.y + mark.height || popover.y + popover.height <= mark.y)).toBe(true);
    await page.keyboard.press('Escape');
    await waitForPopover(world.control, page, (seen) => seen === undefined);
  });

  it('loses its marks when the reader presses “Not on this site”', async () => {
    const page = await world.show(ARTICLE);
    const mark = await waitForMark(page, 'zinc');
    await rest(page, mark);
    await waitForPopover(world.control, page);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await press(world.control, page, 'Not on this site');
    await waitForMarks(page, (marks) => marks.length === 0);
    await world.control.evaluate(() => chrome.storage.local.clear());
    await waitForMarks(page);
  });
});
