/** Editors as the web has them: no mark ever lies in one, and they do what they do without us. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { marksOn, rest, waitForMark, waitForMarks, waitForPopover } from '../../../scripts/lib/reader.ts';
import { bundle } from '../../bench/support/bundle.ts';
import { observe } from '../support/observed-page.ts';
import { launchPlain } from '../support/plain-browser.ts';
import { toolbarOf } from '../support/toolbar.ts';
import { inEachBrowser, ROOT } from '../support/world.ts';
import { write } from './editors/session.ts';

const FOLDER = join(ROOT, 'tests/e2e/engine/editors');
const OWN = ['docs-like.html', 'edit-context.html'];
const KINDS = ['prosemirror', 'lexical', 'quill', 'codemirror', 'monaco'];
const ALL = [...KINDS, 'readOnlyCodemirror', 'readOnlyMonaco'];

const PARAGRAPHS = '<p>There is potassium in it, and riboflavin.</p><p>Zinc and thiamine are elsewhere.</p>';
const page = (body: string) => `<!doctype html><html lang="en"><title>x</title>
  <style>.place { width: 700px; height: 80px; margin: 5px } #place { height: 400px }</style>
  <body>${body}<article id="article"></article><script src="/editors.js"></script>`;
const place = (id: string) => `<div class="place" id="${id}">${PARAGRAPHS}</div>`;

inEachBrowser('An editor', (world) => {
  let plain: Browser;
  beforeAll(async () => {
    const script = await bundle(ROOT, 'tests/e2e/engine/editors/page.ts', 'editors');
    world.pages.set('/editors.js', { body: script, type: 'text/javascript; charset=utf-8' });
    const { pages } = world;
    pages.set('/one', { body: page(place('place')) });
    const made = ALL.map((kind) => `editors.make('${kind}', '${kind}');`).join('');
    pages.set('/all', { body: `${page(ALL.map(place).join(''))}<script>${made}</script>` });
    for (const name of OWN) pages.set(`/${name}`, { body: readFileSync(join(FOLDER, name)) });
    plain = await launchPlain(world.name);
  });
  afterEach(async () => {
    for (const page of (await plain.pages()).slice(1)) await page.close();
  });
  afterAll(() => plain.close());

  const openBoth = async (path: string) => {
    const url = world.server.url + path;
    const [ours, theirs] = await Promise.all([observe(world.launched.browser, url), observe(plain, url)]);
    return { ours, theirs };
  };

  it.each(KINDS)('is left alone from when it is made of prose until it is prose again, and works: %s', async (kind) => {
    const { ours, theirs } = await openBoth('one');
    await waitForMarks(ours.page, (seen) => holds(seen, 'potassium') && holds(seen, 'thiamine'));

    for (const { page } of [ours, theirs]) await page.evaluate(`editors.make('${kind}', 'place')`);
    await expect.poll(() => ours.page.evaluate("editors.marksIn('place')")).toEqual([]);
    await ours.page.evaluate('editors.everSeen()');
    await addArticle(ours.page);

    const [withUs, without] = await Promise.all([
      write(world.name, ours.page, async () => {
        await rest(ours.page, await waitForMark(ours.page, 'fasciculations'));
        await waitForPopover(world.control, ours.page);
      }),
      write(world.name, theirs.page, async () => undefined),
    ]);
    expect(withUs).toEqual(without);
    expect(withUs.filter((state) => !state.includes('calcium')).map((state) => state.split(':')[0])).toEqual([
      'undone',
    ]);
    expect(withUs.at(-1)).toContain(world.name === 'chromium' ? ' potassium zinc亜鉛' : ' potassium ');
    await readUpToNow(ours.page);
    expect(await ours.page.evaluate('editors.everSeen()')).toEqual([]);

    for (const { page } of [ours, theirs]) await page.evaluate("editors.unmake('place')");
    await waitForMarks(ours.page, (seen) => holds(seen, 'potassium') && holds(seen, 'calcium'));
    expect([...ours.errors]).toEqual([...theirs.errors]);
  });

  it('is left alone where it stands before any prose does, read-only too', async () => {
    const tab = await world.open('/all');
    await tab.click('#prosemirror');
    await tab.keyboard.type('Calcium and ');
    await addArticle(tab);
    await waitForMark(tab, 'fasciculations');
    await readUpToNow(tab);
    expect(await tab.evaluate('editors.everSeen()')).toEqual([]);
    for (const kind of ALL) expect(await tab.evaluate(`editors.state('${kind}')`), kind).toContain('potassium');
  });

  it('is left alone where it paints its text, takes keys in a hidden frame and tells them at its side', async () => {
    const { ours, theirs } = await openBoth('docs-like.html');
    await waitForMark(ours.page, 'fasciculations');
    for (const { page } of [ours, theirs]) {
      await page.click('canvas');
      await page.keyboard.type(' Calcium helps.');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Thiamineand');
      for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace');
    }
    await readUpToNow(ours.page);
    expect(await ours.page.evaluate('paragraphs')).toEqual(await theirs.page.evaluate('paragraphs'));
    expect(await ours.page.evaluate('side.textContent')).toContain('Calcium helps.Thiamine');
    const marks = await Promise.all(ours.page.frames().map((frame) => marksOn(frame as never)));
    expect(marks.flat().map(({ text }) => text)).toEqual(['twitches', 'fasciculations', 'Hypokalemia']);
    const counts = async () => Object.values((await toolbarOf(world.control, ours.page)).mentions);
    await expect.poll(counts).toEqual([1, 1, 1]);
    expect([...ours.errors]).toEqual([...theirs.errors]);
  });

  it.runIf(world.name === 'chromium')('is left alone where only its edit context makes it one', async () => {
    const tab = await world.open('/edit-context.html');
    await waitForMark(tab, 'fasciculations');
    expect((await marksOn(tab)).map(({ text }) => text)).not.toContain('potassium');
    await tab.focus('#place');
    await tab.keyboard.type(' Calcium helps.');
    await readUpToNow(tab);
    expect((await marksOn(tab)).map(({ text }) => text)).toEqual(['twitches', 'fasciculations', 'Hypokalemia']);

    const late = await world.open('/edit-context.html?late');
    await waitForMark(late, 'potassium');
    await late.evaluate('make()');
    await waitForMarks(late, (seen) => seen.map(({ text }) => text).join() === 'twitches,fasciculations');
    await late.evaluate('place.editContext = null');
    await waitForMark(late, 'potassium');
  });
});

const holds = (marks: readonly { text: string }[], text: string) => marks.some((mark) => mark.text === text);

const addArticle = (page: Page) => append(page, 'Many twitches are fasciculations.');

/** Waits until all that changed so far was read: what comes after it is marked. */
async function readUpToNow(page: Page): Promise<void> {
  await append(page, 'Hypokalemia is another thing.');
  await waitForMark(page, 'Hypokalemia');
}

async function append(page: Page, text: string): Promise<void> {
  await page.evaluate((textContent) => {
    document.getElementById('article')?.append(Object.assign(document.createElement('p'), { textContent }));
  }, text);
}
