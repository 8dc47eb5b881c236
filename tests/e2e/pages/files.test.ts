/** Site rules, and settings as a file, in the built extension's options. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { launch } from '../../../scripts/lib/launch.ts';
import { inEachBrowser, ROOT } from '../support/world.ts';
import { click, forget, seenMarks, store, stored, waitForText } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'fascicle-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

inEachBrowser('Site rules', (world) => {
  afterEach(() => forget(world));
  const options = () => world.launched.openExtensionPage('options.html');
  const add = async (page: Page, pattern: string) => {
    await page.bringToFront();
    await page.focus('input[placeholder*="example.org"]');
    await page.keyboard.type(pattern);
    await page.keyboard.press('Enter');
  };

  it('are added by keys alone, changed, found and removed, and count at once in an open tab', async () => {
    const page = await world.show(demoPage());
    await seenMarks(page);
    const settings = await options();
    await add(settings, 'localhost');
    await seenMarks(page, (marks) => marks.length === 0);
    expect(await stored(world)).toMatchObject({ 'rule:localhost': 'off' });
    await settings.select('.rule select', 'on');
    await seenMarks(page);
    await click(settings, 'button', 'Remove the rule of localhost');
    await expect.poll(async () => Object.keys(await stored(world))).not.toContain('rule:localhost');
  });

  it('turn around: on listed sites only', async () => {
    const page = await world.show(demoPage());
    await seenMarks(page);
    const settings = await options();
    await click(settings, 'label', 'On listed sites only');
    await seenMarks(page, (marks) => marks.length === 0);
    await add(settings, 'localhost');
    await seenMarks(page);
    expect(await stored(world)).toMatchObject({ 'rule:localhost': 'on' });
  });

  it('say what is no site', async () => {
    const settings = await options();
    await add(settings, 'no site!');
    await waitForText(settings, (text) => text.includes('That is no site.'));
    expect(Object.keys(await stored(world)).filter((key) => key.startsWith('rule:'))).toEqual([]);
  });

  it('may be ten thousand: marks come and go, one is found among them and changed', { timeout: 120_000 }, async () => {
    const rules = Array.from({ length: 10_000 }, (_, i) => [`rule:site${i}.example`, 'off']);
    await store(world, Object.fromEntries(rules));
    const page = await world.show(demoPage());
    await seenMarks(page);
    const settings = await options();
    await waitForText(settings, (text) => text.includes('more. Search to see them.'));
    await settings.focus('input[type=search]');
    await settings.keyboard.type('site7777.');
    await expect.poll(() => settings.$$eval('.rule', (items) => items.length), { timeout: 20_000 }).toBe(1);
    await settings.select('.rule select', 'on');
    await expect.poll(async () => (await stored(world))['rule:site7777.example'], { timeout: 20_000 }).toBe('on');
    await settings.bringToFront();
    await add(settings, 'localhost');
    await seenMarks(page, (marks) => marks.length === 0);
  });
});

inEachBrowser('A file of settings', (world) => {
  afterEach(() => forget(world));
  const options = () => world.launched.openExtensionPage('options.html');
  const take = async (page: Page, text: string) => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, text);
    const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  };
  /** What the button would save: the page's own blob, read before it is let go. */
  const exported = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const text = new Promise<string>((resolve) => {
        document.addEventListener(
          'click',
          (event) => {
            const link = event.target as HTMLAnchorElement;
            if (link.localName !== 'a') return;
            event.preventDefault();
          },
          true,
        );
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob: Blob) => {
          void blob.text().then(resolve);
          return make.call(URL, blob);
        };
      });
      [...document.querySelectorAll('button')].find((button) => button.textContent === 'Export')?.click();
      return text;
    });

  it('holds what was changed, and brings it back after a reset, shown before it counts', async () => {
    await store(world, { settings: { version: 1, markStyle: 'wavy', dwell: 900 }, 'rule:a.example': 'off' });
    const settings = await options();
    await waitForText(settings, (text) => text.includes('a.example'));
    const text = await exported(settings);
    expect(JSON.parse(text)).toEqual({
      fascicle: 1,
      settings: { version: 1, markStyle: 'wavy', dwell: 900 },
      rules: { 'a.example': 'off' },
    });

    await click(settings, 'button', 'Reset everything');
    await click(settings, 'button', 'Forget all');
    await waitForText(settings, (seen) => seen.includes('Everything is as on the first day.'));
    await expect.poll(async () => Object.keys(await stored(world))).not.toContain('rule:a.example');

    await take(settings, text);
    const preview = await waitForText(settings, (seen) => seen.includes('This would change:'));
    expect(preview).toContain('1 new site rule');
    expect(Object.keys(await stored(world))).not.toContain('rule:a.example');
    await click(settings, 'button', 'Take over');
    await waitForText(settings, (seen) => seen.includes('Imported.'));
    expect(await stored(world)).toMatchObject({
      settings: { version: 1, markStyle: 'wavy', dwell: 900 },
      'rule:a.example': 'off',
    });
  });

  it('is really saved, under its name', { timeout: 120_000 }, async () => {
    const downloads = mkdtempSync(join(folder, 'downloads-'));
    const browser = await launch({
      name: world.name,
      headless: true,
      root: ROOT,
      preferences: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.useDownloadDir': true,
      },
    });
    try {
      if (world.name === 'chromium') {
        const session = await browser.browser.target().createCDPSession();
        await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
      }
      const settings = await browser.openExtensionPage('options.html');
      await click(settings, 'button', 'Export');
      const saved = () => {
        const path = join(downloads, 'fascicle-settings.json');
        return existsSync(path) ? readFileSync(path, 'utf8') : '';
      };
      await expect.poll(saved, { timeout: 20_000 }).toContain('"fascicle": 1');
    } finally {
      await browser.close();
    }
  });

  it.each([
    ['a line that is no JSON', '{\n  "fascicle": 1,\n  oops\n}', 'Line 3'],
    [
      'a value that means nothing',
      '{\n  "fascicle": 1,\n  "settings": {\n    "dwell": "long"\n  }\n}',
      'Line 4: dwell',
    ],
    ['a rule that is no rule', '{\n  "fascicle": 1,\n  "rules": {\n    "a b": "off"\n  }\n}', 'Line 4: a b'],
    ['another program’s file', '{\n  "bookmarks": []\n}', 'Line 1'],
  ])('is refused with its line: %s', async (_what, text, line) => {
    const settings = await options();
    await take(settings, text);
    const seen = await waitForText(settings, (words) => words.includes('This file cannot be used.'));
    expect(seen).toContain(line);
    const kept = Object.keys(await stored(world)).filter((key) => key === 'settings' || key.startsWith('rule:'));
    expect(kept).toEqual([]);
  });
});
