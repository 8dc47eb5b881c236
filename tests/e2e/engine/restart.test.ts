/** Pauses across the end of the browser: the same profile is started again, as a reader does the next morning. */
import { afterEach, expect, it } from 'vitest';
import { marksOn, open, pause, waitForMarks } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';

const ARTICLE = `<!doctype html><html lang="en"><title>x</title><body>
  <p>There is magnesium in it, and then there are fasciculations.</p>`;
const HOUR = 3_600_000;

inEachBrowser('A pause', (world) => {
  const article = () => {
    world.pages.set('/article', { body: ARTICLE });
    return open(world.launched, `${world.server.url}article`);
  };
  const stored = () => world.control.evaluate(() => chrome.storage.local.get('pause'));
  const end = () => world.control.evaluate(() => chrome.storage.local.remove('pause'));

  afterEach(end);

  // Firefox cannot be told to install anything after a restart.
  it('until the browser restarts outlasts an update', async () => {
    const page = await article();
    await waitForMarks(page, (marks) => marks.length === 2);
    await world.control.evaluate(() => chrome.runtime.sendMessage({ type: 'pause', until: 'restart' }));
    await waitForMarks(page, (marks) => marks.length === 0);
    await world.replaceExtension();
    const again = await article();
    // Longer than marks take to come, and than a pause that is over takes to go.
    await pause(3000);
    expect(await marksOn(again)).toEqual([]);
    expect(await stored()).toEqual({ pause: { until: 'restart' } });
  });

  it('for an hour outlasts a restart', async () => {
    const page = await article();
    await waitForMarks(page, (marks) => marks.length === 2);
    const until = Date.now() + HOUR;
    await world.control.evaluate((time) => chrome.runtime.sendMessage({ type: 'pause', until: time }), until);
    await waitForMarks(page, (marks) => marks.length === 0);

    await world.restart();
    const again = await article();
    // Longer than marks take to come.
    await pause(3000);
    expect(await marksOn(again)).toEqual([]);
    expect(await stored()).toEqual({ pause: { until } });
    await end();
    await again.bringToFront();
    await waitForMarks(again, (marks) => marks.length === 2);
  });

  it('until the browser restarts ends with it', async () => {
    const page = await article();
    await waitForMarks(page, (marks) => marks.length === 2);
    await world.control.evaluate(() => chrome.runtime.sendMessage({ type: 'pause', until: 'restart' }));
    await waitForMarks(page, (marks) => marks.length === 0);
    expect(await stored()).toEqual({ pause: { until: 'restart' } });

    await world.restart();
    await waitForMarks(await article(), (marks) => marks.length === 2);
    expect(await stored()).toEqual({});
  });
});
