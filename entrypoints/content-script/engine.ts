/** The page engine: first pass, changes, marks, reports and the reader's intent, all ending with one signal. */
import triggers from 'virtual:fascicle/scan-triggers';
import { openScanTriggers } from '../../core/matching/scan-triggers.ts';
import { bridge, type Start } from './bridge.ts';
import { Changes } from './changes.ts';
import { FarMatcher } from './far-matcher.ts';
import { type Admission, admission, siteUrl } from './gate.ts';
import { Intent } from './intent.ts';
import { clearAwayDeadCard, whileAlive } from './life.ts';
import { PageIndex } from './page-index.ts';
import { Painter } from './painter.ts';
import { Reporter } from './report.ts';
import { Roots } from './roots.ts';
import { send } from './send.ts';
import { yieldToPage } from './slices.ts';
import { Steps } from './steps.ts';
import { listenToSteps } from './told.ts';

/** Marks this frame until the signal aborts. Compiling and reading are tasks of their own. */
export async function startEngine(start: Start): Promise<void> {
  const { accepts, again, signal } = start;
  await yieldToPage();
  if (signal.aborted) return;
  clearAwayDeadCard();
  const { version } = triggers;
  const mayMatch = openScanTriggers(triggers);
  let hidden: ReadonlySet<number> = new Set();
  const isHidden = (entry: number) => hidden.has(entry);
  const isEditor = () => document.designMode === 'on';
  let wasEditor = isEditor();
  const index: PageIndex = new PageIndex(
    new FarMatcher(version, send, signal),
    mayMatch,
    (container) => !isEditor() && accepts(container),
    {
      found: (container) => painter.watch(container),
      lost: (container) => painter.forget(container),
    },
    signal,
  );
  const counts = (container: Parameters<Painter['isHidden']>[0], entry: number) =>
    !isHidden(entry) && !painter.isHidden(container);
  const counted = () => {
    if (reporter.entries.length > 0) intent.watch(() => reporter.entries);
  };
  const reporter = new Reporter(version, index, counts, () => painter.version, counted, signal);
  const painter = new Painter(index, () => reporter.request(), signal);
  const intent = new Intent(version, painter, signal);
  const steps = new Steps(index, isHidden, signal);
  const changes: Changes = new Changes(
    mayMatch,
    index,
    {
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
    hidden = hiddenEntries(stored, version);
    intent.configure(settings);
    painter.configure(settings, isHidden);
    changes.start();
  };

  bridge().configure = configure;
  listenToSteps({ steps, intent, reporter, version }, signal);
  whileAlive(
    {
      tick() {
        painter.keep();
        if (isEditor() === wasEditor) return;
        wasEditor = !wasEditor;
        changes.readAll();
      },
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
