/**
 * The browser's own sync storage, as the extension uses it. No account is signed in: what is put there goes nowhere, and
 * what another device would bring is put there by hand.
 */
import { afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { pause } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';
import { click, forget, markNames, seenMarks, stored, waitForText } from './support.ts';

/** Longer than the background waits for more changes. */
const SETTLED = 2500;

inEachBrowser('Sync', (world) => {
  afterEach(() => forget(world));
  const send = (message: object) => world.control.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  const arrive = (items: object) => world.control.evaluate((sent) => chrome.storage.sync.set(sent), items);
  const turn = async () => {
    const settings = await world.launched.openExtensionPage('options.html');
    await click(settings, 'label', 'Sync settings through the browser');
    await settings.close();
  };
  const synced = () => expect.poll(() => stored(world, 'sync'), { timeout: 20_000 });

  it('is off: nothing goes there, and nothing that arrives counts', async () => {
    await send({ type: 'change-settings', changes: { theme: 'dark' } });
    await send({ type: 'set-rules', rules: { 'secret.example': 'off' } });
    await pause(SETTLED);
    expect(await stored(world, 'sync')).toEqual({});
    await arrive({ settings: { version: 1, markStyle: 'wavy' } });
    await pause(SETTLED);
    expect(await stored(world)).toMatchObject({ settings: { version: 1, theme: 'dark' } });
    expect(JSON.stringify(await stored(world))).not.toContain('wavy');
  });

  it('on, hands over settings and rules, no more; off again, takes them back', async () => {
    await send({ type: 'change-settings', changes: { theme: 'dark', hiddenTerms: ['zinc'] } });
    await send({ type: 'set-rules', rules: { 'a.example': 'off' } });
    await send({ type: 'pause', until: 'restart' });
    await turn();
    await synced().toEqual({
      settings: { version: 1, theme: 'dark', hiddenTerms: ['zinc'] },
      'rules:0': { 'a.example': 'off' },
    });
    await send({ type: 'set-rules', rules: { 'b.example': 'on' } });
    await synced().toMatchObject({ 'rules:0': { 'a.example': 'off', 'b.example': 'on' } });
    await turn();
    await synced().toEqual({});
    expect(await stored(world)).toMatchObject({ 'rule:a.example': 'off', 'rule:b.example': 'on' });
  });

  it('brings what another device changed into an open tab, and drops nonsense', async () => {
    const page = await world.show(demoPage());
    await seenMarks(page);
    await turn();
    await synced().toHaveProperty('settings');
    await arrive({ settings: { version: 1, colour: 'violet', dwell: 'soon' }, 'rules:0': { 'c.example': 'off' } });
    await expect.poll(() => markNames(page), { timeout: 20_000 }).toEqual(['fascicle-dotted-normal-violet']);
    await expect.poll(() => stored(world), { timeout: 20_000 }).toMatchObject({ 'rule:c.example': 'off' });
    await arrive({ settings: 'oops', 'rules:0': 7, 'rules:1': { x: 'maybe' } });
    await pause(SETTLED);
    await seenMarks(page);
  });

  it('says so where there is too much to sync, and hands nothing over', async () => {
    const rules = Array.from({ length: 6000 }, (_, i) => [`rule:quite-a-long-name-of-a-site-${i}.example`, 'off']);
    await world.control.evaluate((items) => chrome.storage.local.set(items), Object.fromEntries(rules));
    const settings = await world.launched.openExtensionPage('options.html');
    await click(settings, 'label', 'Sync settings through the browser');
    await waitForText(settings, (text) => text.includes('too many for the browser’s sync'));
    await pause(SETTLED);
    expect(await stored(world, 'sync')).toEqual({});
  });
});
