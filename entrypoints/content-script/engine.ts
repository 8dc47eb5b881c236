/** The page engine: first pass, changes, marks, reports and the reader's intent, all ending with one signal. */
import takeLexicon from 'virtual:fascicle/lexicon';
import { createMatcher } from '../../core/matching/matcher.ts';
import { bridge, type Start } from './bridge.ts';
import { Changes } from './changes.ts';
import { type Admission, admission, siteUrl } from './gate.ts';
import { Intent } from './intent.ts';
import { clearAwayDeadCard, whileAlive } from './life.ts';
import { PageIndex } from './page-index.ts';
import { Painter } from './painter.ts';
import { Reporter } from './report.ts';
import { Roots } from './roots.ts';
import { yieldToPage } from './slices.ts';
import { Steps } from './steps.ts';
import { listenToSteps } from './told.ts';

/** Marks this frame until the signal aborts. Compiling, opening the lexicon and reading are tasks of their own. */
export async function startEngine(start: Start): Promise<void> {
  const { accepts, again, signal } = start;
  await yieldToPage();
  if (signal.aborted) return;
  clearAwayDeadCard();
  const matcher = createMatcher(takeLexicon());
  await yieldToPage();
  if (signal.aborted) return;
  let hidden: ReadonlySet<number> = new Set();
  const isHidden = (entry: number) => hidden.has(entry);
  const isEditor = () => document.designMode === 'on';
  const index = new PageIndex(matcher, (container) => !isEditor() && accepts(container));
  const counts = (container: Parameters<Painter['isHidden']>[0], entry: number) =>
    !isHidden(entry) && !painter.isHidden(container);
  const counted = () => {
    if (reporter.entries.length > 0) intent.watch(() => reporter.entries);
  };
  const reporter = new Reporter(matcher.version, index, counts, () => painter.version, counted, signal);
  const painter = new Painter(index, () => reporter.request(), signal);
  const intent = new Intent(matcher.version, painter, signal);
  const steps = new Steps(index, isHidden, signal);
  const changes: Changes = new Changes(
    matcher,
    index,
    {
      found: (container) => painter.watch(container),
      lost: (container) => painter.forget(container),
      settle: () => painter.choose(),
      settled: () => painter.start(),
      writtenAnew: again,
      paused(paused) {
        painter.pause(paused);
        reporter.pause(paused);
      },
    },
    new Roots((root) => changes.add(root), signal),
    signal,
  );
  const configure = ({ settings, hidden: stored }: Admission) => {
    hidden = hiddenEntries(stored, matcher.version);
    intent.configure(settings);
    painter.configure(settings, isHidden);
    changes.start();
  };

  bridge().configure = configure;
  listenToSteps({ steps, intent, reporter, version: matcher.version }, signal);
  whileAlive(
    {
      tick: () => painter.keep(),
      async shownAgain() {
        const now = await admission(await siteUrl());
        if (now.state !== 'on') return bridge().stop?.();
        configure(now);
        reporter.reportAgain();
      },
    },
    signal,
  );
  changes.add(document);
  await yieldToPage();
  if (!signal.aborted) configure(start.admission);
}

/** The entries not to mark, from what the background stored for this version of the lexicon. */
function hiddenEntries(stored: unknown, version: string): ReadonlySet<number> {
  if (typeof stored !== 'object' || stored === null) return new Set();
  const { version: theirs, entries } = stored as { version?: unknown; entries?: unknown };
  return new Set(theirs === version && Array.isArray(entries) ? entries : []);
}
