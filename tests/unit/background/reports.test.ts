/** What frames mention is kept by tab, whoever speaks at the same time, and read without looking at other tabs. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { FakeBrowser } from '../support/fake-browser.ts';

const { browser } = await vi.hoisted(async () => {
  const { FakeBrowser } = await import('../support/fake-browser.ts');
  return { browser: new FakeBrowser() as FakeBrowser };
});
vi.mock('wxt/browser', () => ({ browser }));
const { endReports, forgetTab, keepReport, keepUnwanted, tabReport } = await import(
  '../../../entrypoints/background/reports.ts'
);

const report = (...ids: string[]) => ({ terms: ids.map((id) => [id, 1] as const), paused: false });

beforeEach(() => {
  browser.storage.session.data = {};
});

it('Frames that report at the same time are all kept, each as it spoke last', async () => {
  const said = Array.from({ length: 60 }, (_, frame) => keepReport(1, frame, report('zinc')));
  await Promise.all([...said, keepReport(1, 3, report('iron')), keepReport(1, 4, report()), keepUnwanted(1)]);
  const { terms, unwanted } = await tabReport(1);
  expect(terms.map(({ id, count }) => [id, count])).toEqual([
    ['zinc', 58],
    ['iron', 1],
  ]);
  expect(unwanted).toBe(true);
});

it('What is said after a page went is kept, what it said before is not', async () => {
  void keepReport(1, 0, report('zinc'));
  void forgetTab(1);
  await keepReport(1, 5, report('iron'));
  expect((await tabReport(1)).terms.map(({ id }) => id)).toEqual(['iron']);
  await endReports(1);
  expect(browser.storage.session.data).toEqual({});
});

it('A document that goes takes along what it said, and nothing that the next one in its frame said before', async () => {
  await keepReport(1, 0, { ...report('zinc'), document: 'first' });
  await keepUnwanted(1);
  await keepReport(1, 0, { ...report('iron'), document: 'second' });
  await keepReport(1, 0, { ...report(), document: 'first' });
  expect(await tabReport(1)).toMatchObject({ terms: [{ id: 'iron' }], unwanted: true });
  await keepReport(1, 0, { ...report(), document: 'second' });
  expect(await tabReport(1)).toEqual({ terms: [], paused: false, unwanted: false });
});

it('No other tab is read or touched', async () => {
  await keepReport(2, 0, report('zinc'));
  const read = vi.spyOn(browser.storage.session, 'get');
  await keepReport(1, 0, report('iron'));
  await forgetTab(1);
  expect(new Set(read.mock.calls.map(([keys]) => keys))).toEqual(new Set(['tab:1']));
  expect((await tabReport(2)).terms).toHaveLength(1);
});
