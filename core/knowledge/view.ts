/** An entry as it reaches a reader: with the sources it cites, in one piece. */
import type { Causes, Entry, Knowledge, Source } from './knowledge.ts';

export interface EntryView extends Entry {
  /** By id; every id that the entry cites is in it. */
  readonly cited: Readonly<Record<string, Source>>;
}

/** The view of `entry`, with the sources of its facts, numbers and red flags. */
export function viewOf(entry: Entry, sources: Knowledge['sources']): EntryView {
  const ids = [
    ...entry.facts.flatMap((fact) => fact.sources),
    ...entry.redFlags.flatMap((flag) => flag.sources),
    ...entry.numbers.map((number) => number.source),
  ];
  return { ...entry, cited: pick(ids, sources) };
}

/** The table of causes with the sources that it cites. */
export interface CausesView extends Causes {
  readonly cited: Readonly<Record<string, Source>>;
}

export function causesViewOf(causes: Causes, sources: Knowledge['sources']): CausesView {
  const ids = [...causes.redFlags, ...causes.causes].flatMap((cites) => cites.sources);
  return { ...causes, cited: pick(ids, sources) };
}

function pick(ids: readonly string[], sources: Knowledge['sources']): Record<string, Source> {
  return Object.fromEntries(ids.flatMap((id) => (sources[id] ? [[id, sources[id]]] : [])));
}
