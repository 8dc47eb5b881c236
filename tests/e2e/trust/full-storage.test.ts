/** Storage filled to its last byte, as the browser itself fills it: Chromium's holds 10 MiB, Firefox's what the disk gives. */
import { afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { rest, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';

inEachBrowser('A full storage', (world) => {
  const send = (message: object) => world.control.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  const own = () =>
    world.control.evaluate(async () => {
      const all: Record<string, unknown> = await chrome.storage.local.get(null);
      return Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith('filler')));
    });
  afterEach(() => world.control.evaluate(() => chrome.storage.local.clear()));
  /** Fills it in ever smaller pieces until not one byte more goes in; answers how many went in. */
  const fill = () =>
    world.control.evaluate(async () => {
      let filled = 0;
      let fillers = 0;
      for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2)) {
        for (;;) {
          const stored = await chrome.storage.local.set({ [`filler${fillers}`]: 'x'.repeat(size) }).then(
            () => true,
            () => false,
          );
          if (!stored) break;
          filled += size;
          fillers++;
          if (filled > 64 * 2 ** 20) throw new Error('It is never full.');
        }
      }
      return filled;
    });

  it.runIf(world.name === 'chromium')(
    'is told as an error value, loses nothing, and marks and cards go on',
    async () => {
      await send({ type: 'change-settings', changes: { dwell: 400 } });
      await send({ type: 'set-rules', rules: { 'kept.example': 'off' } });
      expect(await fill()).toBeGreaterThan(9 * 2 ** 20);
      const before = await own();

      const failed = { error: 'failed' };
      expect(await send({ type: 'change-settings', changes: { theme: 'dark', colour: 'amber' } })).toEqual(failed);
      expect(await send({ type: 'set-rules', rules: { 'one-more.example': 'off' } })).toEqual(failed);
      expect(await send({ type: 'switch-site', url: 'https://reader.example/', on: false })).toEqual(failed);
      expect(await send({ type: 'pause', until: 'restart' })).toEqual(failed);
      expect(await own()).toEqual(before);

      const page = await world.show(demoPage());
      const mark = (await waitForMarks(page)).find(({ text }) => text === 'fasciculation');
      if (!mark) throw new Error('no mark');
      await rest(page, mark);
      await waitForPopover(world.control, page);

      // Taking away needs no room.
      expect(await send({ type: 'set-rules', rules: { 'kept.example': null } })).toBeNull();
      expect(await send({ type: 'reset' })).toBeNull();
      expect(await own()).not.toHaveProperty('settings');

      await world.restart();
      await waitForMarks(await world.show(demoPage()));
      await world.control.evaluate(() => chrome.storage.local.clear());
      expect(await send({ type: 'set-rules', rules: { 'one-more.example': 'off' } })).toBeNull();
      expect(await own()).toMatchObject({ 'rule:one-more.example': 'off' });
    },
  );

  it('keeps ten thousand rules, more than anyone makes, and each page reads none but its own', async () => {
    const rules = Object.fromEntries(Array.from({ length: 10_000 }, (_, site) => [`site-${site}.example.org`, 'off']));
    expect((await send({ type: 'set-rules', rules })) ?? null).toBeNull();
    await waitForMarks(await world.show(demoPage()));
    expect(Object.keys(await own()).filter((key) => key.startsWith('rule:'))).toHaveLength(10_000);
    expect((await send({ type: 'reset' })) ?? null).toBeNull();
    expect(Object.keys(await own()).filter((key) => key.startsWith('rule:'))).toEqual([]);
  });
});
