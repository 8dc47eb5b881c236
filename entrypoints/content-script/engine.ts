/** The page engine: first pass, changes, marks, reports and the reader's intent, all ending with one signal. */
import lexicon from 'virtual:fascicle/lexicon';
import { createMatcher } from '../../core/matching/matcher.ts';
import type { Start } from './bridge.ts';
import { watchChanges } from './changes.ts';
import type { Admission } from './gate.ts';
import { Intent } from './intent.ts';
import { PageIndex } from './page-index.ts';
import { Painter } from './painter.ts';
import { Reporter } from './report.ts';
import { scanTree } from './scan.ts';
import { watchSettings } from './watch-settings.ts';

/** Marks this frame until the signal aborts. */
export async function startEngine({ url, admission, accepts, signal }: Start): Promise<void> {
  const matcher = createMatcher(lexicon);
  let hidden: ReadonlySet<number> = new Set();
  const index = new PageIndex(matcher, accepts);
  const containers = new Set<Element>();
  await scanTree(document, matcher, index, (container) => containers.add(container), signal);
  if (signal.aborted) return;

  const painter = new Painter(index, signal);
  const reporter = new Reporter(matcher.version, index);
  const intent = new Intent(matcher.version, painter, signal);
  const isHidden = (entry: number) => hidden.has(entry);
  const publish = () => {
    painter.request();
    reporter.report(isHidden);
    if (reporter.entries.length > 0) intent.watch(() => reporter.entries);
  };
  const listener = {
    found(container: Element) {
      containers.add(container);
      painter.watch(container);
    },
    lost(container: Element) {
      containers.delete(container);
      index.drop(container);
      painter.forget(container);
    },
    settled: publish,
  };
  const configure = ({ settings, hidden: stored }: Admission) => {
    hidden = hiddenEntries(stored, matcher.version);
    intent.configure(settings);
    painter.configure(`fascicle-${settings.markStyle}-${settings.intensity}-${settings.colour}`, isHidden);
  };

  configure(admission);
  publish();
  for (const container of containers) painter.watch(container);
  watchChanges(document, matcher, index, listener, signal);
  watchSettings(
    url,
    (changed) => {
      configure(changed);
      publish();
    },
    signal,
  );
}

/** The entries not to mark, from what the background stored for this version of the lexicon. */
function hiddenEntries(stored: unknown, version: string): ReadonlySet<number> {
  if (typeof stored !== 'object' || stored === null) return new Set();
  const { version: theirs, entries } = stored as { version?: unknown; entries?: unknown };
  return new Set(theirs === version && Array.isArray(entries) ? entries : []);
}
