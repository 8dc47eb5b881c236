/** Pages of a size that nobody reads: they work as without us, and what can be seen of them is marked. */
import { expect, it } from 'vitest';
import { waitForMarks } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';

const P = '<p>There is magnesium in it, and then there are fasciculations.</p>';
const page = (body: string) => `<!doctype html><html lang="en"><title>x</title><body>${body}`;

/** Seconds that a browser needs for such a page by itself come on top of ours. */
const PATIENCE = 120_000;

inEachBrowser('A page with', (world) => {
  it('a million nodes has its marks, follows its changes and answers', { timeout: 2 * PATIENCE }, async () => {
    const tab = await world.show(page(P));
    await waitForMarks(tab);
    await tab.evaluate(() => {
      const many = '<p>one <b>two</b></p>'.repeat(1000);
      for (let i = 0; i < 250; i++) {
        const part = document.createElement('section');
        // Most of it is not laid out: that is the browser's own work, and takes minutes of it.
        part.hidden = i >= 20;
        part.innerHTML = many;
        document.body.append(part);
      }
    });
    const count = await tab.evaluate(() => document.querySelectorAll('*').length * 2);
    expect(count).toBeGreaterThan(1_000_000);
    await tab.evaluate(() => document.querySelector('p')?.append(' Riboflavin, too.'));
    await waitForMarks(tab, (marks) => marks.length === 3, PATIENCE);
  });

  // Firefox binds a tree by recursion: at this depth the process of the page runs out of stack in its own code and dies.
  it.runIf(world.name === 'chromium')('100,000 levels has its marks and follows its changes', async () => {
    const tab = await world.show(page(P));
    await waitForMarks(tab);
    await tab.evaluate(() => {
      /** A chain of 1,000 elements: browsers look at every element above at each step, so long ones are made of short ones. */
      const chain = () => {
        const top = document.createElement('div');
        let bottom = top;
        for (let level = 1; level < 1000; level++) {
          const next = document.createElement('div');
          bottom.append(next);
          bottom = next;
        }
        bottom.append('zinc ');
        return { top, bottom };
      };
      const { top, ...last } = chain();
      for (let i = 1; i < 100; i++) {
        const next = chain();
        last.bottom.append(next.top);
        last.bottom = next.bottom;
      }
      // No browser can lay that out; what is not shown is part of the page all the same.
      top.style.display = 'none';
      document.body.append(top);
      document.querySelector('p')?.append(' Riboflavin, too.');
    });
    await waitForMarks(tab, (marks) => marks.some(({ text }) => text === 'Riboflavin'), PATIENCE);
  });
});
