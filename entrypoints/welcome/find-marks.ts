/**
 * Finds the terms of the demo article with the matcher that reads all pages. Content scripts do not run on pages of the extension, so
 * this page marks itself.
 */
import takeLexicon from 'virtual:fascicle/lexicon';
import { headlines } from '../../components/library.ts';
import { createMatcher } from '../../core/matching/matcher.ts';
import type { Matcher } from '../../core/matching/types.ts';
import type { Settings } from '../../core/settings/defaults.ts';
import { ARTICLE } from './article.ts';

export interface Mark {
  /** Index of the text in `TEXTS`. */
  readonly text: number;
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/** Every stretch of the article that is one piece of text, with the number of its section. */
export const TEXTS: readonly { readonly text: string; readonly section: number }[] = ARTICLE.sections.flatMap(
  ({ parts }, section) => parts.flat().map((text) => ({ text, section })),
);

let opened: Matcher | undefined;

/** All terms in the article, in order. */
export function findMarks(): Mark[] {
  opened ??= createMatcher(takeLexicon());
  const matcher = opened;
  const evidence = matcher.createEvidence(() => false);
  const ids = headlines().map(({ id }) => id);
  const scans = TEXTS.flatMap(({ text }, index) => {
    const scan = matcher.scan(text);
    const block = {};
    if (scan) evidence.add(block, scan);
    return scan ? [{ scan, block, index }] : [];
  });
  return scans.flatMap(({ scan, block, index }) =>
    matcher.settle(scan, block, evidence).flatMap(({ start, end, entry }) => {
      const id = ids[entry];
      return id === undefined ? [] : [{ text: index, start, end, id }];
    }),
  );
}

/** Those that show at a density. */
export function shownAt(marks: readonly Mark[], density: Settings['density']): Mark[] {
  const seen = new Set<string>();
  return marks.filter(({ text, id }) => {
    const key = density === 'every' ? `${seen.size}` : density === 'page' ? id : `${TEXTS[text]?.section} ${id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
