/** The virtual modules that `index.ts` makes of `data/`. */
declare module 'virtual:fascicle/entries' {
  /** Entry id → its `EntryView` as JSON. */
  const entries: Readonly<Record<string, string>>;
  export default entries;
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
  const payload: import('../../core/matching/lexicon.ts').PackedSet;
  export default payload;
}

declare module 'virtual:fascicle/lexicon' {
  const payload: import('../../core/matching/lexicon.ts').LexiconPayload;
  export default payload;
}

declare module 'virtual:fascicle/lexicon-version' {
  const version: string;
  export default version;
}
