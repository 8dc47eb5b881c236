/** The little of the library that the benchmark calls; it brings no types. */
declare module 'findandreplacedomtext' {
  interface Finder {
    readonly matches: readonly RegExpExecArray[];
    processMatches(): void;
  }
  const library: {
    readonly Finder: {
      new (node: Node, options: { find: RegExp; preset: 'prose' }): Finder;
      readonly prototype: Finder;
    };
  };
  export default library;
}
