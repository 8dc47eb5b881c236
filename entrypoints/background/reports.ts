/**
 * What each frame of each tab mentions. Kept in session storage, one key a frame, so that it survives the worker's end
 * and two frames never overwrite each other.
 */
import { browser } from 'wxt/browser';
import type { TabReport } from '../../core/messages/schema.ts';

interface FrameReport {
  readonly terms: readonly (readonly [id: string, count: number])[];
  readonly paused: boolean;
}

const tabPrefix = (tabId: number) => `frame:${tabId}:`;
const unwantedPrefix = (tabId: number) => `unwanted:${tabId}:`;

/** Keeps what a frame says and renews the tab's badge: the number of different entries its frames mention. */
export async function keepReport(tabId: number, frameId: number, report: FrameReport): Promise<void> {
  const key = tabPrefix(tabId) + frameId;
  if (report.terms.length === 0 && !report.paused) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: report });
  await showBadge(tabId);
}

/** The frames of a tab that mention anything, in the order of their numbers: the top frame, 0, comes first. */
export async function framesWithTerms(tabId: number): Promise<number[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all)
    .filter(([key, value]) => key.startsWith(tabPrefix(tabId)) && (value as FrameReport).terms.length > 0)
    .map(([key]) => Number(key.slice(tabPrefix(tabId).length)))
    .sort((a, b) => a - b);
}

/** Keeps that the page of a frame takes the popover away. */
export async function keepUnwanted(tabId: number, frameId: number): Promise<void> {
  await browser.storage.session.set({ [unwantedPrefix(tabId) + frameId]: true });
}

/** Forgets a tab's reports: it was closed or its top frame went elsewhere. */
export async function forgetTab(tabId: number): Promise<void> {
  const all = await browser.storage.session.get(null);
  const prefixes = [tabPrefix(tabId), unwantedPrefix(tabId), `place:${tabId}`];
  const keys = Object.keys(all).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

/** The entries that the frames of a tab mention, most often first. */
export async function tabReport(tabId: number): Promise<TabReport> {
  const all = await browser.storage.session.get(null);
  const terms = new Map<string, { count: number; frames: number[] }>();
  let paused = false;
  const unwanted = Object.keys(all).some((key) => key.startsWith(unwantedPrefix(tabId)));
  for (const [key, value] of Object.entries(all)) {
    if (!key.startsWith(tabPrefix(tabId))) continue;
    const report = value as FrameReport;
    const frame = Number(key.slice(tabPrefix(tabId).length));
    paused ||= report.paused;
    for (const [id, count] of report.terms) {
      const term = terms.get(id) ?? { count: 0, frames: [] };
      term.count += count;
      term.frames.push(frame);
      terms.set(id, term);
    }
  }
  return {
    terms: [...terms].map(([id, term]) => ({ id, ...term })).sort((a, b) => b.count - a.count),
    paused,
    unwanted,
  };
}

/** Forgets a tab's reports and takes its badge away: the site was switched off. */
export async function endReports(tabId: number): Promise<void> {
  await forgetTab(tabId);
  await showBadge(tabId);
}

async function showBadge(tabId: number): Promise<void> {
  const { terms } = await tabReport(tabId);
  const text = terms.length === 0 ? '' : String(terms.length);
  // The tab may be gone by now.
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}
