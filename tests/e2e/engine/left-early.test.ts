/** Pages that a reader leaves before we are done and comes back to: what was asked of the browser meanwhile is never answered. */
import { expect, it } from 'vitest';
import { waitForMarks } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';

/** Milliseconds after its load at which the page is left: on a fast machine and a slow one some fall between question and answer. */
const LEFT_AFTER = [0, 5, 20, 30, 60];

inEachBrowser('A page that is left early', (world) => {
  it('and comes back from the back-forward cache has its marks', async () => {
    world.pages.set('/elsewhere', { body: '<!doctype html><title>x</title><p>Nothing here.</p>' });
    let kept = 0;
    for (const after of LEFT_AFTER) {
      const page =
        await world.show(`<!doctype html><html lang="en"><title>x</title><body><p>There is magnesium in it.</p><script>
        addEventListener('pageshow', ({ persisted }) => { cameBack = persisted;
          if (!persisted) setTimeout(() => { location.href = '/elsewhere'; }, ${after}); });</script>`);
      await expect
        .poll(() => page.evaluate('location.pathname').catch(() => ''), { timeout: 10_000 })
        .toBe('/elsewhere');
      await page.evaluate(() => setTimeout(() => history.back(), 10));
      await expect
        .poll(() => page.evaluate('location.pathname').catch(() => '/elsewhere'), { timeout: 10_000 })
        .not.toBe('/elsewhere');
      if (await page.evaluate('globalThis.cameBack === true')) kept++;
      await waitForMarks(page, (marks) => marks.length === 1);
      await page.close();
    }
    expect(kept).toBeGreaterThan(0);
  });
});
