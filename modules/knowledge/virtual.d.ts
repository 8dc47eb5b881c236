/** The virtual modules that `plugin.ts` makes of `data/`. */
declare module 'virtual:fascicle/entries' {
  /** Entry id → its `EntryView` as JSON. */
  const entries: Readonly<Record<string, string>>;
  export default entries;
}

declare module 'virtual:fascicle/headlines' {
  /** `PackedHeadlines` as JSON. */
  const headlines: string;
  export default headlines;
}

declare module 'virtual:fascicle/shelves' {
  /** Entries on a shelf. */
  export const SHELF: number;
  /** Shelf by shelf, what brings it in: `EntryView`s as JSON, in the order of the headlines. */
  const shelves: readonly (() => Promise<{ readonly default: readonly string[] }>)[];
  export default shelves;
}

declare module 'virtual:fascicle/search' {
  /** `SearchIndex` as JSON. */
  const index: string;
  export default index;
}

declare module 'virtual:fascicle/causes' {
  const causes: import('../../core/knowledge/view.ts').CausesView;
  export default causes;
}

declare module 'virtual:fascicle/triggers' {
  const payload: import('../../core/matching/triggers.ts').PackedTriggers;
  export default payload;
}

declare module 'virtual:fascicle/lexicon' {
  /** Hands the lexicon out and lets go of it: there is no second time. */
  export default function takeLexicon(): import('../../core/matching/lexicon.ts').LexiconPayload;
}

declare module 'virtual:fascicle/scan-triggers' {
  const triggers: import('../../core/matching/scan-triggers.ts').ScanTriggers & {
    /** That of the lexicon which they are of. */
    readonly version: string;
  };
  export default triggers;
}

declare module 'virtual:fascicle/lexicon-version' {
  const version: string;
  export default version;
}
