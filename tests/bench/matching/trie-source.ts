/** A regular expression that shares the beginnings of its words, so that an engine without tries need not try each. */

interface Trie {
  readonly next: Map<string, Trie>;
  ends: boolean;
}

/** The source of an expression that matches each of `words`, the longest where several begin alike. */
export function trieSource(words: readonly string[]): string {
  const root: Trie = { next: new Map(), ends: false };
  for (const word of words) {
    let at = root;
    for (const letter of word) {
      const next: Trie = at.next.get(letter) ?? { next: new Map(), ends: false };
      at.next.set(letter, next);
      at = next;
    }
    at.ends = true;
  }
  return sourceOf(root);
}

function sourceOf({ next, ends }: Trie): string {
  const ways = [...next].map(([letter, below]) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&') + sourceOf(below));
  if (ways.length === 0) return '';
  const all = ways.length === 1 && !ends ? ways[0] : `(?:${ways.join('|')})`;
  return ends ? `${all}?` : (all as string);
}
