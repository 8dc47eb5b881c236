/** Off means off, counted: the built script runs in a plain page, with an extension's API that counts what it is asked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/lib/find-browser.ts';
import { buildFolder } from '../../../scripts/lib/launch.ts';
import { pause } from '../../../scripts/lib/reader.ts';
import { serve } from '../../../scripts/lib/serve.ts';
import { launchPlain } from '../support/plain-browser.ts';
import { ROOT } from '../support/world.ts';

/** Counts readings of storage, messages and observers; what is stored is `stored`. */
const COUNTING = (stored: string) => `
  counts = { reads: 0, messages: 0, observers: 0, listeners: 0 };
  const real = MutationObserver;
  MutationObserver = class extends real { observe(...what) { counts.observers++; return super.observe(...what); } };
  chrome = {
    runtime: { id: 'x', sendMessage: async () => void counts.messages++, onMessage: { addListener() {}, removeListener() {} } },
    storage: {
      local: { get: async () => { counts.reads++; return ${stored}; } },
      onChanged: { addListener: () => void counts.listeners++, removeListener: () => void counts.listeners-- },
    },
  };`;

describe.each(['chromium', 'firefox'] as const)('The script of every frame, in %s', (name) => {
  it.skipIf(findBrowser(name) === undefined)('ends after one reading of storage where it is off', async () => {
    const script = readFileSync(join(buildFolder(ROOT, name), 'content-script.js'), 'utf8').replaceAll('</', '<\\/');
    const server = await serve((path) => ({
      body: `<!doctype html><html lang="en"><title>x</title><body><p>There is magnesium in it.</p>
        <script>${COUNTING(path === '/off' ? "{ 'rule:localhost': 'off' }" : '{}')}</script><script>${script}</script>`,
    }));
    const browser = await launchPlain(name);
    const page = await browser.newPage();
    const countsAt = async (path: string) => {
      await page.goto(server.url + path);
      await page.waitForFunction('counts.reads > 0');
      await pause(1500);
      return page.evaluate('counts');
    };
    const on = (await countsAt('on')) as { observers: number; messages: number };
    expect(on.observers).toBeGreaterThan(0);
    expect(on.messages).toBeGreaterThan(0);
    expect(await countsAt('off')).toEqual({ reads: 1, messages: 0, observers: 0, listeners: 0 });
    await browser.close();
    await server.close();
  });
});
