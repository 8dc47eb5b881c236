import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromPage } from '../../../core/messages/schema.ts';
import type { FakeBrowser, Fault } from '../support/fake-browser.ts';
import { ownPage, scriptAt } from '../support/fake-browser.ts';

const { browser } = await vi.hoisted(async () => {
  const { FakeBrowser } = await import('../support/fake-browser.ts');
  return { browser: new FakeBrowser() as FakeBrowser };
});
vi.mock('wxt/browser', () => ({ browser }));

const { local } = browser.storage;
const SITE = 'https://reader.example/page.html';
const FAILED = { error: 'failed' };
const ask = (message: FromPage) => browser.send(message, ownPage);
const setDwell = (dwell: number) => ask({ type: 'change-settings', changes: { dwell } });
const settings = () => (local.data.settings ?? {}) as Record<string, unknown>;

/** A worker as it is after it was killed and woken: the same storage, nothing remembered. */
async function wake(): Promise<void> {
  browser.forgetListeners();
  vi.resetModules();
  const { listen } = await import('../../../entrypoints/background/messages.ts');
  const { deriveHidden } = await import('../../../entrypoints/background/hidden.ts');
  listen();
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'settings' in changes) void deriveHidden().catch(() => undefined);
  });
}

/** Lets everything under way come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(async () => {
  local.data = {};
  local.fault = 'none';
  local.turns = () => 0;
  await wake();
});

describe('Storage that', () => {
  const before = { settings: { version: 1, dwell: 700 }, 'rule:kept.example': 'off' };

  it.each(['full', 'broken'] satisfies Fault[])(
    'is %s: an error value, nothing lost, all well afterwards',
    async (fault) => {
      local.data = structuredClone(before);
      local.fault = fault;
      expect(await setDwell(900)).toEqual(FAILED);
      expect(await ask({ type: 'switch-site', url: SITE, on: false })).toEqual(FAILED);
      expect(await ask({ type: 'set-rules', rules: { 'a.example': 'off' } })).toEqual(FAILED);
      expect(await ask({ type: 'pause', until: 'restart' })).toEqual(FAILED);
      expect(await browser.send({ type: 'hide-term', id: 'zinc', hidden: true }, scriptAt(SITE))).toEqual(FAILED);
      expect(local.data).toEqual(before);
      local.fault = 'none';
      expect(await setDwell(900)).toBe(true);
      expect(settings()).toMatchObject({ dwell: 900 });
    },
  );

  it('is full: still cannot be reset halfway', async () => {
    local.data = structuredClone(before);
    local.fault = 'full';
    expect(await ask({ type: 'reset' })).toEqual(FAILED);
    expect(local.data).toEqual(before);
  });

  it('stops in the middle of a write: what arrived is whole, and writing again completes it', async () => {
    local.fault = 'half';
    const rules = { 'a.example': 'off', 'b.example': 'off' } as const;
    expect(await ask({ type: 'set-rules', rules })).toEqual(FAILED);
    expect(local.data).toEqual({ 'rule:a.example': 'off' });
    local.fault = 'none';
    await ask({ type: 'set-rules', rules });
    expect(local.data).toEqual({ 'rule:a.example': 'off', 'rule:b.example': 'off' });
  });

  it('is slow: writers at once lose nothing of each other, in whatever order the disk answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(5)), async (delays) => {
        local.data = {};
        local.turns = () => delays.next().value;
        await Promise.all([
          setDwell(900),
          browser.send({ type: 'hide-term', id: 'zinc', hidden: true }, scriptAt(SITE)),
          ask({ type: 'change-settings', changes: { theme: 'dark' } }),
          ask({ type: 'switch-site', url: SITE, on: false }),
          browser.send({ type: 'hide-term', id: 'magnesium', hidden: true }, scriptAt(SITE)),
          ask({ type: 'set-rules', rules: { 'b.example': 'off' } }),
          ask({ type: 'change-settings', changes: { colour: 'amber' } }),
        ]);
        await settle();
        expect(local.data).toEqual({
          settings: { version: 1, dwell: 900, theme: 'dark', colour: 'amber', hiddenTerms: ['zinc', 'magnesium'] },
          'rule:reader.example': 'off',
          'rule:b.example': 'off',
          hidden: { version: 'test-lexicon', entries: [1, 2] },
        });
      }),
      { numRuns: 100 },
    );
  });

  it('holds anything at all: every question has an answer and the next change is kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), async (first, second, third) => {
        local.data = { settings: first, pause: second, 'rule:reader.example': third, hidden: third };
        const states = ['on', 'off-here', 'off-everywhere', 'not-listed', 'paused'];
        expect(states).toContain(await ask({ type: 'site-state', url: SITE }));
        expect(await setDwell(800)).toBe(true);
        expect(settings()).toMatchObject({ dwell: 800 });
      }),
      { numRuns: 500 },
    );
  });

  it('holds a version that no one wrote: it is not counted up from', async () => {
    for (const version of [-1e308, -5, 0.5, '2', null]) {
      local.data = { settings: { version, dwell: 700 } };
      await ask({ type: 'change-settings', changes: { theme: 'dark' } });
      expect(settings()).toEqual({ version: 1, dwell: 700, theme: 'dark' });
    }
  });

  it('was written by a later version: what is not known here stays', async () => {
    const later = { version: 9, dwell: { mouse: 300, pen: 500 }, gestures: ['swipe'], theme: 'dark' };
    local.data = { settings: later };
    await ask({ type: 'change-settings', changes: { colour: 'amber' } });
    expect(settings()).toEqual({ ...later, colour: 'amber' });
  });
});

describe('A worker that is killed', () => {
  const changes: readonly [string, FromPage][] = [
    ['a setting', { type: 'change-settings', changes: { dwell: 900 } }],
    ['a site', { type: 'switch-site', url: SITE, on: false }],
    ['a rule', { type: 'set-rules', rules: { 'a.example': 'on' } }],
    ['a pause', { type: 'pause', until: 'restart' }],
    ['everything reset', { type: 'reset' }],
  ];

  it.each(changes)('at any step of %s leaves what was, or what was asked for', async (_name, message) => {
    const before = { settings: { version: 1, theme: 'dark' }, 'rule:kept.example': 'off' };
    local.data = structuredClone(before);
    await ask(message);
    await settle();
    const { hidden: _, ...after } = local.data;
    for (let step = 0; step < 5; step++) {
      local.data = structuredClone(before);
      await wake();
      killAfter(step);
      void ask(message);
      await settle();
      const { hidden: __, ...left } = local.data;
      expect([before, after]).toContainEqual(left);
      local.fault = 'none';
      local.turns = () => 0;
      await wake();
      await ask(message);
      await settle();
      expect(local.data).toMatchObject(after);
    }
  });

  it('a hundred times at random has kept all that it had said yes to', async () => {
    const random = fc.sample(fc.tuple(fc.integer({ min: 100, max: 1500 }), fc.nat(6), fc.nat(20)), 100);
    let dwell: number | undefined;
    const rules: Record<string, string> = {};
    for (const [wanted, step, site] of random) {
      killAfter(step);
      const answered = { dwell: false, rule: false };
      void setDwell(wanted).then((answer) => {
        answered.dwell = answer === true;
      });
      void ask({ type: 'set-rules', rules: { [`s${site}.example`]: 'off' } }).then((answer) => {
        answered.rule = answer === true;
      });
      await settle();
      if (answered.dwell) dwell = wanted;
      else expect([dwell, wanted]).toContain(settings().dwell);
      dwell = settings().dwell as number | undefined;
      if (answered.rule) rules[`rule:s${site}.example`] = 'off';
      expect(local.data).toMatchObject(rules);
      local.fault = 'none';
      local.turns = () => 0;
      await wake();
    }
    expect(Object.keys(rules).length).toBeGreaterThan(5);
  });
});

/** After so many more calls storage answers no one any more: the worker is gone. */
function killAfter(calls: number): void {
  let left = calls;
  local.turns = () => {
    if (left-- <= 0) local.fault = 'hanging';
    return 0;
  };
}
