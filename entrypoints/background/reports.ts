/**
 * What each frame of each tab mentions. Kept in session storage, one key a tab, so that it survives the worker's end and
 * costs no more with many tabs than with one. Changes of a tab are made one after the other, those that wait all at once.
 */
import { browser } from 'wxt/browser';
import type { TabReport } from '../../core/messages/schema.ts';
import { oneAtATime } from './one-at-a-time.ts';

interface FrameReport {
  readonly terms: readonly (readonly [id: string, count: number])[];
  readonly paused: boolean;
  /** The document that said so, by the browser's own word. */
  readonly document?: string | undefined;
}

interface Kept {
  /** By the frame's number. */
  readonly frames: Readonly<Record<string, FrameReport>>;
  /** Whether the page of a frame takes the popover away. */
  readonly unwanted: boolean;
}

const NOTHING: Kept = { frames: {}, unwanted: false };
const keyOf = (tabId: number) => `tab:${tabId}`;
/** Session key of the frame in which the reader's keys stand in a tab; it goes with the reports. */
export const placeKey = (tabId: number) => `place:${tabId}`;

/** What is to change for each tab. */
const changes = new Map<number, ((kept: Kept) => Kept)[]>();

const makeChanges = oneAtATime(async (tabId: number) => {
  const due = changes.get(tabId) ?? [];
  changes.delete(tabId);
  const kept = due.reduce((before, change) => change(before), await keptFor(tabId));
  if (Object.keys(kept.frames).length === 0 && !kept.unwanted) await browser.storage.session.remove(keyOf(tabId));
  else await browser.storage.session.set({ [keyOf(tabId)]: kept });
});

const showBadge = oneAtATime(async (tabId: number) => {
  const { terms } = await tabReport(tabId);
  const text = terms.length === 0 ? '' : String(terms.length);
  // The tab may be gone by now.
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
});

function keep(tabId: number, change: (kept: Kept) => Kept): Promise<void> {
  changes.set(tabId, [...(changes.get(tabId) ?? []), change]);
  return makeChanges(tabId);
}

async function keptFor(tabId: number): Promise<Kept> {
  const stored = await browser.storage.session.get(keyOf(tabId));
  return (stored[keyOf(tabId)] as Kept | undefined) ?? NOTHING;
}

/**
 * Keeps what a frame says and renews the tab's badge: the number of different entries its frames mention. A document that
 * goes mentions nothing any more; the next one may have spoken before that is heard.
 */
export async function keepReport(tabId: number, frameId: number, report: FrameReport): Promise<void> {
  await keep(tabId, (kept) => {
    const { [frameId]: before, ...others } = kept.frames;
    if (report.terms.length > 0 || report.paused) return { ...kept, frames: { ...others, [frameId]: report } };
    if (before?.document !== report.document) return kept;
    return { frames: others, unwanted: kept.unwanted && frameId !== 0 };
  });
  await showBadge(tabId);
}

/** The frames of a tab that mention anything, in the order of their numbers: the top frame, 0, comes first. */
export async function framesWithTerms(tabId: number): Promise<number[]> {
  const { frames } = await keptFor(tabId);
  return Object.keys(frames)
    .filter((frame) => (frames[frame]?.terms.length ?? 0) > 0)
    .map(Number)
    .sort((a, b) => a - b);
}

/** Keeps that the page of a frame takes the popover away. */
export async function keepUnwanted(tabId: number): Promise<void> {
  await keep(tabId, ({ frames }) => ({ frames, unwanted: true }));
}

/** Forgets a tab's reports: it was closed or its top frame went elsewhere. */
export async function forgetTab(tabId: number): Promise<void> {
  await Promise.all([keep(tabId, () => NOTHING), browser.storage.session.remove(placeKey(tabId))]);
}

/** The entries that the frames of a tab mention, most often first. */
export async function tabReport(tabId: number): Promise<TabReport> {
  const { frames, unwanted } = await keptFor(tabId);
  const terms = new Map<string, { count: number; frames: number[] }>();
  for (const [frame, report] of Object.entries(frames)) {
    for (const [id, count] of report.terms) {
      const term = terms.get(id) ?? { count: 0, frames: [] };
      term.count += count;
      term.frames.push(Number(frame));
      terms.set(id, term);
    }
  }
  return {
    terms: [...terms].map(([id, term]) => ({ id, ...term })).sort((a, b) => b.count - a.count),
    paused: Object.values(frames).some(({ paused }) => paused),
    unwanted,
  };
}

/** Forgets a tab's reports and takes its badge away: the site was switched off. */
export async function endReports(tabId: number): Promise<void> {
  await forgetTab(tabId);
  await showBadge(tabId);
}
