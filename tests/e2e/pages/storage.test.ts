/** Storage as no version of ours wrote it: pages open, marks come, what is damaged is said and mended. */
import { afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';

import { openPopup } from '../../../scripts/lib/real-popup.ts';
import { inEachBrowser } from '../support/world.ts';
import { click, forget, markNames, seenMarks, store, stored, waitForText } from './support.ts';

inEachBrowser('Strange storage', (world) => {
  afterEach(() => forget(world));

  it.each<[string, Record<string, unknown>, string]>([
    ['no object', { settings: 'oops' }, 'settings'],
    [
      'wrong types everywhere',
      { settings: { markStyle: 7, dwell: 'long', hiddenTerms: {}, enabled: [] } },
      'After the pointer rests for',
    ],
    ['values that mean nothing', { settings: { version: 1, markStyle: 'sparkling', dwell: -4 } }, 'Shape'],
    ['nonsense under other keys', { hidden: 'x', pause: 5, 'rule:': 'off', 'rule:\u0000': {}, 'sync-joined': [] }, ''],
    [
      'a huge value',
      { settings: { version: 1, hiddenTerms: Array(50_000).fill('magnesium') }, junk: 'x'.repeat(4_000_000) },
      '',
    ],
  ])(
    '%s: marks come, popup and options open, and say what is damaged',
    { timeout: 180_000 },
    async (_what, values, damaged) => {
      await store(world, values);
      const page = await world.show(demoPage());
      await seenMarks(page);
      const popup = await openPopup(world.launched, world.control);
      await popup.waitForText((text) => text.includes('localhost'));
      await popup.close();
      const settings = await world.launched.openExtensionPage('options.html');
      const text = await waitForText(settings, (seen) => seen.includes('Preview') || seen.includes('Shape'));
      if (damaged === '') expect(text).not.toContain('damaged');
      else expect(text).toContain(damaged);
      await click(settings, 'label', 'Solid line');
      await expect
        .poll(async () => (await stored(world)).settings, { timeout: 20_000 })
        .toMatchObject({ markStyle: 'solid' });
      await expect.poll(() => settings.evaluate(() => document.body.innerText)).not.toContain('damaged');
      await expect.poll(() => markNames(page), { timeout: 20_000 }).toEqual(['fascicle-solid-normal-teal']);
    },
  );

  it('a later version: its fields and values survive a change made here, and a restart', async () => {
    const later = { version: 9, sparkle: { on: true }, markStyle: 'holographic', colour: 'amber' };
    await store(world, { settings: later });
    const page = await world.show(demoPage());
    await seenMarks(page);
    const settings = await world.launched.openExtensionPage('options.html');
    await click(settings, 'label', 'Strong');
    const expected = { ...later, intensity: 'strong' };
    await expect.poll(async () => (await stored(world)).settings, { timeout: 20_000 }).toEqual(expected);
    await world.restart();
    expect((await stored(world)).settings).toEqual(expected);
  });

  it('a version before the first: no number, as it was', async () => {
    await store(world, { settings: { markStyle: 'tint' } });
    const page = await world.show(demoPage());
    await seenMarks(page);
    expect(await markNames(page)).toEqual(['fascicle-tint-normal-teal']);
  });
});
