/** Browsers with different extensions in them, side by side: ours, one that does nothing, two that do the least. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Launched, launch } from '../../../scripts/lib/launch.ts';

export interface Subject {
  readonly name: string;
  readonly launched: Launched;
  /** Runs `use` in a fresh tab in front. */
  inTab<T>(use: (page: Page) => Promise<T>): Promise<T>;
}

export const OURS = 'Fascicle';
export const EMPTY = 'empty';
export const FLOOR = 'floor';
export const ONE_MARK = 'one mark';

/** Their content scripts: started where and when ours is. */
const SCRIPTS: Readonly<Record<string, string>> = {
  [EMPTY]: '',
  [FLOOR]: `{
    let length = 0;
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) length += node.data.length;
    globalThis.length = length;
  }`,
  [ONE_MARK]: `{
    const text = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT).nextNode();
    const place = { startContainer: text, startOffset: 0, endContainer: text, endOffset: text.length };
    CSS.highlights.set('one-mark', new Highlight(new StaticRange(place)));
  }`,
};

/** Starts a browser for each name, hands them out, and ends them all. */
export async function withSubjects<T>(
  root: string,
  names: readonly string[],
  use: (subjects: readonly Subject[]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-bench-'));
  const subjects: Subject[] = [];
  try {
    for (const name of names) {
      const script = SCRIPTS[name];
      const extension = script === undefined ? {} : { extension: writeExtension(join(folder, name), script) };
      const launched = await launch({ name: 'chromium', headless: true, root, ...extension });
      if (script === undefined) await closeWelcome(launched);
      subjects.push({ name, launched, inTab: (act) => inTab(launched, act) });
    }
    return await use(subjects);
  } finally {
    for (const { launched } of subjects) await launched.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The welcome page opens by itself in a fresh profile, in front of whatever is measured; a page behind it is never looked at. */
export async function closeWelcome({ browser }: Launched): Promise<void> {
  const target = await browser.waitForTarget((candidate) => candidate.url().endsWith('/welcome.html'));
  await (await target.page())?.close();
}

async function inTab<T>({ browser }: Launched, act: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.bringToFront();
    return await act(page);
  } finally {
    await page.close();
  }
}

function writeExtension(folder: string, script: string): string {
  const manifest = {
    manifest_version: 3,
    name: 'For comparison',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [
      {
        matches: ['<all_urls>'],
        js: ['content.js'],
        all_frames: true,
        match_about_blank: true,
        run_at: 'document_idle',
      },
    ],
  };
  mkdirSync(folder);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), 'chrome.runtime.onInstalled.addListener(() => undefined);');
  writeFileSync(join(folder, 'content.js'), script);
  return folder;
}
