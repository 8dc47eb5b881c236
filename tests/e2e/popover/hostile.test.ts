/** Style sheets that would deface, hide or move the popover if they could reach it: its pixels stay as on a plain page. */
import { expect, it } from 'vitest';
import { pause, type SeenPopover, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';
import { article, openCard, PROSE } from './support.ts';

/** The article keeps its own place and looks, so that only what leaks into the card could differ. */
const SHEETS: Readonly<Record<string, string>> = {
  'all and everything': `* { font-size: 30px !important; letter-spacing: 3px !important; color: red !important }
    body * { font: inherit !important; letter-spacing: 0 !important; color: inherit !important }`,
  'hidden strangers': `:root > :not(head):not(body) { display: none !important; visibility: hidden !important;
    opacity: 0 !important; transform: scale(0) !important; filter: blur(9px) !important; clip-path: inset(50%) !important }`,
  'moved popovers': `[popover], :popover-open { inset: 0 !important; left: -900px !important; width: 10px !important;
    height: 10px !important; margin: auto !important; padding: 50px !important; border: 9px solid red !important;
    background: red !important; overflow: hidden !important; zoom: 3 !important; rotate: 45deg !important }`,
  'pseudo-elements': `*::before, *::after { content: "X" !important; position: fixed !important; inset: 0 !important;
    background: red !important } body *::before, body *::after, html::before, html::after, head::before, head *::before,
    body::before, body::after { content: none !important; display: none !important }
    :popover-open::backdrop { background: red !important } div::first-letter { font-size: 50px; color: red }
    div::first-line { font-size: 40px; color: red }`,
  'variables and schemes': `:root { --accent: red; --paper: red; --ink: red; --room: 3px; --size-3: 90px; --x: 900px;
    color-scheme: dark } body { color-scheme: light }`,
  'motion and blending': `* { animation: spin 1s infinite !important; transition: all 5s !important;
    mix-blend-mode: difference !important } @keyframes spin { to { rotate: 1turn; opacity: 0 } }
    body, body *, html { animation: none !important; mix-blend-mode: normal !important }`,
  'writing and direction': `:root > div { direction: rtl !important; writing-mode: vertical-rl !important;
    text-transform: uppercase !important; user-select: none !important; pointer-events: none !important;
    white-space: nowrap !important; line-height: 5 !important }`,
  'a large root': 'html { font-size: 40px }',
};

inEachBrowser('The card on a hostile page', (world) => {
  const picture = async (sheet: string) => {
    const page = await world.show(article(`<style>${sheet}</style>${PROSE}`, 'background:#fff;color:#111'));
    const card = await openCard(world, page, 'fasciculation');
    // A press in it keeps it there.
    await page.mouse.click(card.x + 200, card.y + 60);
    await pause(500);
    const { x, y, width, height } = (await waitForPopover(world.control, page)) as SeenPopover;
    const clip = { x: x + 2, y: y + 2, width: width - 4, height: height - 4 };
    return {
      size: [width, height],
      pixels: await page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false }),
    };
  };

  it('has the pixels that it has on a plain page', async () => {
    const plain = await picture('');
    const different: string[] = [];
    for (const [name, sheet] of Object.entries(SHEETS)) {
      const { size, pixels } = await picture(sheet);
      if (pixels !== plain.pixels) different.push(`${name}: ${size} instead of ${plain.size}`);
    }
    expect(different).toEqual([]);
  }, 180_000);
});
