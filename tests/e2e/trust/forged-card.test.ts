/** A page that acts on the card itself: forged clicks in it, its own picture above it, its marks under our name. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pause, press, settledMarks, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { article, openCard, PROSE } from '../popover/support.ts';
import { inEachBrowser } from '../support/world.ts';

/** Collects the elements of the card that events over it give away, as Firefox's do, whatever root they stand in. */
const COLLECT = `<script>
  inside = new Set();
  for (const type of ['pointermove', 'mousemove', 'pointerdown', 'click', 'focusin', 'keydown'])
    addEventListener(type, (event) => {
      for (const node of [event.originalTarget, event.explicitOriginalTarget, event.rangeParent, ...event.composedPath()])
        if (node?.nodeType === 1 && !document.contains(node)) inside.add(node);
    }, true);
</script>`;

inEachBrowser('A page', (world) => {
  const stored = (): Promise<{ settings?: { hiddenTerms?: unknown } }> =>
    world.control.evaluate(() => chrome.storage.local.get(null));
  it('presses nothing in the card by clicks of its own', async () => {
    const page = await world.show(article(COLLECT + PROSE));
    const before = await stored();
    const card = await openCard(world, page, 'fasciculation');
    await page.mouse.click(card.x + 200, card.y + 60);
    for (const { x, y } of card.controls) if (y < 800) await page.mouse.move(x, y, { steps: 2 });
    await pause(400);
    await page.evaluate(() => {
      const { inside } = globalThis as unknown as { inside: Set<Element> };
      const roots = new Set([...inside].map((element) => element.getRootNode() as ShadowRoot));
      const buttons = [...roots].flatMap((root) => [...root.querySelectorAll<HTMLElement>('button, .card')]);
      for (const element of [...inside, ...buttons, ...document.querySelectorAll('[popover=manual]')])
        for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'input', 'focusin'])
          for (const event of [
            new MouseEvent(type, { bubbles: true, composed: true }),
            new KeyboardEvent(type, { key: 'Enter', bubbles: true }),
          ])
            element.dispatchEvent(event);
      for (const button of buttons) button.click();
    });
    await pause(600);
    expect(await stored()).toEqual(before);
    expect((await waitForPopover(world.control, page))?.text).toContain('Fasciculation');
    expect(
      await world.launched.browser.pages().then((all) => all.filter((one) => one.url().includes('sidepanel'))),
    ).toEqual([]);
  });

  it('gets no change out of a click on a picture of its own above the card', async () => {
    const page = await world.show(
      article(`${PROSE}<div popover="MANUAL" id="decoy" style="position:fixed;inset:0;width:100vw;height:100vh;margin:0;
        pointer-events:none;background:#fff">Click here to go on</div><script>
        new MutationObserver(() => { if (document.querySelector(':root > [popover]')) setTimeout(() => decoy.showPopover(), 300); })
          .observe(document.documentElement, { childList: true });
        addEventListener('pointerdown', () => { decoy.hidePopover(); decoy.showPopover(); }, true);
        </script>`),
    );
    const before = await stored();
    const card = await openCard(world, page, 'fasciculation');
    await page.waitForFunction(() => document.querySelector('#decoy:popover-open'));
    await pause(500);
    for (const text of ['mark this term', 'Not on this site', 'mark this term']) {
      await press(world.control, page, text);
      await pause(400);
    }
    expect(card.text).toContain('Fasciculation');
    expect(await stored()).toEqual(before);
    // Without the picture the same press works.
    await page.evaluate(() => document.getElementById('decoy')?.remove());
    await press(world.control, page, 'mark this term');
    await waitForPopover(world.control, page, (seen) => seen?.text.includes('Undo') ?? false);
    await press(world.control, page, 'Undo');
    await expect.poll(async () => (await stored()).settings?.hiddenTerms).toBeUndefined();
  });

  it('that empties our marks, adds to them, or puts its own under our name has ours back', async () => {
    const page = await world.show(article(PROSE));
    const texts = async () => (await waitForMarks(page)).map(({ text }) => text);
    const before = (await settledMarks(page)).map(({ text }) => text);
    const change = (page: Page, how: string) =>
      page.evaluate((how) => {
        const name = [...CSS.highlights.keys()].find((key) => key.startsWith('fascicle')) ?? '';
        const ours = CSS.highlights.get(name) as Highlight;
        const range = new StaticRange({
          startContainer: document.querySelector('h1')?.firstChild as Text,
          startOffset: 0,
          endContainer: document.querySelector('h1')?.firstChild as Text,
          endOffset: 3,
        });
        if (how === 'clear') ours.clear();
        if (how === 'add') ours.add(range);
        if (how === 'own') CSS.highlights.set(name, new Highlight(range));
        if (how === 'none') CSS.highlights.clear();
      }, how);
    for (const how of ['clear', 'add', 'own', 'none']) {
      await change(page, how);
      await expect.poll(() => texts(), { timeout: 20_000, message: how }).toEqual(before);
    }
  });
});
