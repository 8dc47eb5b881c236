import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromContentScript, FromPage } from '../../../core/messages/schema.ts';
import { listen } from '../../../entrypoints/background/messages.ts';
import type { FakeBrowser } from '../support/fake-browser.ts';
import { EXTENSION, ownPage, scriptAt } from '../support/fake-browser.ts';

const { browser } = await vi.hoisted(async () => {
  const { FakeBrowser } = await import('../support/fake-browser.ts');
  return { browser: new FakeBrowser() as FakeBrowser };
});
vi.mock('wxt/browser', () => ({ browser }));

const SITE = 'https://reader.example/a/page.html';
const fromScript: readonly FromContentScript[] = [
  { type: 'start-engine' },
  {
    type: 'read',
    version: 'test-lexicon',
    name: 'page',
    step: 0,
    removed: [],
    added: [[1, 'zinc']],
    order: [1],
    settle: true,
  },
  { type: 'report', version: 'test-lexicon', terms: [[0, 3]], paused: false },
  { type: 'entries', version: 'test-lexicon', entries: [0, 1, 2], popover: true },
  { type: 'entry', id: 'zinc' },
  { type: 'top-url' },
  { type: 'hide-term', id: 'zinc', hidden: true },
  { type: 'switch-own-site', on: false },
  { type: 'open-panel', id: 'zinc' },
  { type: 'popover-unwanted' },
];
const fromPage: readonly FromPage[] = [
  { type: 'tab-report', tabId: 7 },
  { type: 'site-state', url: SITE },
  { type: 'switch-site', url: SITE, on: false },
  { type: 'change-settings', changes: { dwell: 500, theme: 'dark' } },
  { type: 'set-rules', rules: { 'a.example': 'off', 'b.example': null } },
  { type: 'reset' },
  { type: 'pause', until: 'restart' },
];

/** Values that break careless code, beside whatever else fast-check thinks of. */
const hostile = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    `${EXTENSION}popup.html`,
    'x'.repeat(100_000),
    '\u0000\ud800',
    -1,
    2 ** 53,
    1e308,
    Number.NaN,
    [[0, 1]],
    JSON.parse('{"__proto__":{"polluted":true}}'),
  ),
);
/** A message that is nearly right: a field replaced, left out or added. */
const nearly = (messages: readonly { type: string }[]) =>
  fc
    .tuple(fc.constantFrom(...messages), fc.nat(), fc.constantFrom('replace', 'drop', 'add'), hostile, fc.string())
    .map(([message, at, how, value, extra]) => {
      const name = Object.keys(message)[at % Object.keys(message).length] ?? 'type';
      if (how === 'add') return { ...message, [extra]: value };
      if (how === 'replace') return { ...message, [name]: value };
      return Object.fromEntries(Object.entries(message).filter(([key]) => key !== name));
    });
const anyMessage = fc.oneof(hostile, nearly(fromScript), nearly(fromPage), fc.constantFrom(...fromScript, ...fromPage));
const isRefused = (answer: unknown) => typeof answer === 'object' && answer !== null && 'error' in answer;
const runs = { numRuns: 3000 };

beforeEach(() => {
  browser.forgetListeners();
  browser.storage.local.data = {};
  browser.storage.session.data = {};
  browser.storage.local.turns = browser.storage.session.turns = () => 0;
  browser.storage.local.writes = browser.storage.session.writes = 0;
  browser.deeds.length = 0;
  listen();
});

describe('Whatever is sent', () => {
  const strangers = fc.constantFrom<unknown>(
    { ...ownPage, id: 'another-extension' },
    { ...scriptAt(SITE), id: 'another-extension' },
    { url: `${EXTENSION}popup.html` },
    { id: undefined, url: SITE },
    {},
  );

  it('by a stranger has no effect and gets an error value', async () => {
    await fc.assert(
      fc.asyncProperty(anyMessage, strangers, async (message, sender) => {
        expect(await browser.send(message, sender)).toEqual({ error: 'stranger' });
      }),
      runs,
    );
    expect(browser.storage.local.writes + browser.storage.session.writes).toBe(0);
    expect(browser.deeds).toEqual([]);
  });

  it('by a page in our script’s clothes reaches no more than its own site and known terms', async () => {
    await fc.assert(
      fc.asyncProperty(anyMessage, async (message) => {
        await browser.send(message, scriptAt(SITE));
        const { settings, ...rules } = browser.storage.local.data;
        expect(Object.keys(rules).filter((key) => !key.startsWith('rule:reader.example'))).toEqual([]);
        expect(
          Object.keys((settings as object | undefined) ?? {})
            .sort()
            .join(),
        ).toMatch(/^(hiddenTerms,)?(version)?$/);
        const { hiddenTerms = [] } = (settings ?? {}) as { hiddenTerms?: string[] };
        expect(['fasciculation', 'magnesium', 'zinc']).toEqual(expect.arrayContaining(hiddenTerms));
        expect({}).not.toHaveProperty('polluted');
      }),
      runs,
    );
  });

  it('by our script in words meant for our pages is refused', async () => {
    for (const message of fromPage) expect(await browser.send(message, scriptAt(SITE))).toEqual({ error: 'malformed' });
    expect(browser.storage.local.writes).toBe(0);
  });

  it('by our script outside a tab is refused', async () => {
    const { tab: _, ...nowhere } = scriptAt(SITE);
    for (const message of fromScript) expect(await browser.send(message, nowhere)).toEqual({ error: 'malformed' });
  });

  it('by a renderer that claims an address of ours from an origin of its own is no page of ours', async () => {
    const liar = { ...scriptAt(SITE), url: `${EXTENSION}options.html` };
    expect(await browser.send({ type: 'reset' }, liar)).toEqual({ error: 'malformed' });
  });

  it('by a page of ours is either right or without effect', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostile, nearly(fromPage)), async (message) => {
        const before = JSON.stringify(browser.storage.local.data);
        const answer = await browser.send(message, ownPage);
        if (isRefused(answer)) expect(JSON.stringify(browser.storage.local.data)).toBe(before);
        for (const value of Object.values(browser.storage.local.data))
          expect(JSON.stringify(value)?.length ?? 0).toBeLessThan(4000);
        expect({}).not.toHaveProperty('polluted');
      }),
      runs,
    );
  });
});

it('A term that there is not cannot be hidden, but shown again', async () => {
  const unknown = { type: 'hide-term', id: 'constructor', hidden: true };
  await browser.send(unknown, scriptAt(SITE));
  expect(browser.storage.local.data).toEqual({});
  browser.storage.local.data = { settings: { version: 1, hiddenTerms: ['gone-entry'] } };
  await browser.send({ type: 'hide-term', id: 'gone-entry', hidden: false }, scriptAt(SITE));
  expect(browser.storage.local.data.settings).toEqual({ version: 1 });
});

describe('A frame that reports without end', () => {
  it('stores each entry once and a count that can be counted', async () => {
    const terms = Array.from({ length: 5000 }, () => [0, 1]);
    await browser.send({ type: 'report', version: 'test-lexicon', terms, paused: false }, scriptAt(SITE));
    expect(browser.storage.session.data).toEqual({
      'tab:7': { frames: { 0: { terms: [['fasciculation', 5000]], paused: false } }, unwanted: false },
    });
    const endless = { type: 'report', version: 'test-lexicon', terms: [[0, 1e308]], paused: false };
    expect(await browser.send(endless, scriptAt(SITE))).toEqual({ error: 'malformed' });
  });
});

describe('What is right', () => {
  it.each(fromScript)('our script may send: %o', async (message) => {
    expect(isRefused(await browser.send(message, scriptAt(SITE)))).toBe(false);
  });

  it.each(fromPage)('our pages may send: %o', async (message) => {
    expect(isRefused(await browser.send(message, ownPage))).toBe(false);
  });
});
