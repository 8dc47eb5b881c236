/** What may happen to a browser while people read: nothing that they set is lost, and marks come back. */
import { afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import {
  pause,
  press,
  rest,
  restUntilOpen,
  waitForMark,
  waitForMarks,
  waitForPopover,
} from '../../../scripts/lib/reader.ts';
import { inEachBrowser, stopWorker } from '../support/world.ts';

const TABS = 20;
const KILLS = 100;

inEachBrowser('Nothing is lost', (world) => {
  const send = (message: object) => world.control.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  const stored = () => world.control.evaluate((): Promise<Record<string, unknown>> => chrome.storage.local.get(null));
  afterEach(() => world.control.evaluate(() => chrome.storage.local.clear()));

  it('when the background is killed at each step of the main journey', async () => {
    const page = await world.show(demoPage());
    await stopWorker(world);
    const mark = await waitForMark(page, 'fasciculation');
    await stopWorker(world);
    await rest(page, mark);
    await waitForPopover(world.control, page);
    await stopWorker(world);
    await pause(400);
    await press(world.control, page, 'Not on this site');
    await waitForMarks(page, (marks) => marks.length === 0);
    await stopWorker(world);
    await send({ type: 'switch-site', url: page.url(), on: true });
    await stopWorker(world);
    // Whatever happens next wakes it, and it does what it did not come to.
    await send({ type: 'site-state', url: page.url() });
    await waitForMarks(page);
  });

  it.runIf(world.name === 'chromium')(
    `when the background is killed ${KILLS} times at random while a reader reads and sets things`,
    { timeout: 400_000 },
    async () => {
      const page = await world.show(demoPage());
      const kept: Record<string, string> = {};
      /** A message that is not answered is sent again, as our pages do. */
      const insist = async (message: object) => {
        for (let attempt = 0; attempt < 20; attempt++) {
          if ((await send(message).catch(() => undefined)) === true) return;
        }
        throw new Error(`Never heard: ${JSON.stringify(message)}`);
      };
      const deeds: readonly ((round: number) => Promise<unknown>)[] = [
        async (round) => {
          await insist({ type: 'set-rules', rules: { [`kept${round}.example`]: 'off' } });
          kept[`rule:kept${round}.example`] = 'off';
        },
        (round) => insist({ type: 'change-settings', changes: { dwell: 300 + (round % 5) * 10 } }),
        () => page.reload(),
        async () => {
          await insist({ type: 'switch-site', url: page.url(), on: false });
          await insist({ type: 'switch-site', url: page.url(), on: true });
        },
      ];
      for (let round = 0; round < KILLS; round++) {
        const deed = deeds[Math.floor(Math.random() * deeds.length)]?.(round);
        await pause(Math.random() * 40);
        await stopWorker(world);
        await deed;
      }
      // The next event wakes it, and it does what it did not come to.
      await send({ type: 'site-state', url: page.url() });
      const mark = await waitForMark(page, 'fasciculation');
      await rest(page, mark);
      await waitForPopover(world.control, page);
      expect(await stored()).toMatchObject(kept);
      expect(Object.keys(kept).length).toBeGreaterThan(5);
    },
  );

  it('when three of our pages write at once', async () => {
    const [popup, options] = await Promise.all(
      ['popup.html', 'options.html'].map((path) => world.launched.openExtensionPage(path)),
    );
    const write = (changes: object, site: string) =>
      [world.control, popup, options].map((page, index) =>
        page?.evaluate(
          async (sent, host) => {
            for (let round = 0; round < 20; round++) {
              await chrome.runtime.sendMessage({ type: 'change-settings', changes: sent });
              await chrome.runtime.sendMessage({ type: 'set-rules', rules: { [`${host}${round}.example`]: 'off' } });
            }
          },
          Object.fromEntries(Object.entries(changes).slice(index, index + 1)),
          site + index,
        ),
      );
    await Promise.all(write({ dwell: 900, theme: 'dark', colour: 'amber' }, 'site'));
    const all = await stored();
    expect(all.settings).toMatchObject({ dwell: 900, theme: 'dark', colour: 'amber' });
    expect(Object.keys(all).filter((key) => key.startsWith('rule:site'))).toHaveLength(60);
  });

  it('when the browser is killed while rules are being saved', async () => {
    const kept = new Set<string>();
    let alive = true;
    const writing = (async () => {
      for (let round = 0; alive; round++) {
        const answer = await send({ type: 'set-rules', rules: { [`kept${round}.example`]: 'off' } });
        if (answer === true) kept.add(`rule:kept${round}.example`);
      }
    })().catch(() => undefined);
    await pause(1500);
    const browser = world.launched.browser.process();
    browser?.kill('SIGKILL');
    await new Promise((resolve) => browser?.once('exit', resolve));
    alive = false;
    await writing;
    await world.restart();
    const all = await stored();
    expect(kept.size).toBeGreaterThan(5);
    for (const key of kept) expect(all[key]).toBe('off');
  });

  it(`when the extension is replaced under ${TABS} open tabs: marks are in each, and cards`, {
    timeout: 300_000,
  }, async () => {
    const pages = [];
    for (let tab = 0; tab < TABS; tab++) pages.push(await world.show(demoPage()));
    await world.replaceExtension();
    for (const [index, page] of pages.entries()) {
      await page.bringToFront();
      const mark = await waitForMark(page, 'fasciculation', 60_000);
      if (index % 10 !== 0) continue;
      await restUntilOpen(world.control, page, mark);
    }
  });
});
