/** A page index whose matcher is at hand: it is asked and answers as over the background's messages, which are JSON. */
import * as v from 'valibot';
import type { Matcher } from '../../../core/matching/types.ts';
import { FromContentScript, type PageText } from '../../../core/messages/schema.ts';
import { KnownPages } from '../../../entrypoints/background/known-pages.ts';
import type { Container } from '../../../entrypoints/content-script/blocks.ts';
import { FarMatcher } from '../../../entrypoints/content-script/far-matcher.ts';
import { PageIndex } from '../../../entrypoints/content-script/page-index.ts';

export function pageIndex(
  matcher: Matcher,
  accepts: (container: Container) => boolean,
  signal: AbortSignal,
): PageIndex {
  const knownPages = new KnownPages(() => matcher);
  const ask = async (message: PageText) => {
    const heard = v.parse(FromContentScript, JSON.parse(JSON.stringify(message))) as PageText;
    return JSON.parse(JSON.stringify(await knownPages.hear('1:0', heard)));
  };
  const far = new FarMatcher(matcher.version, ask, signal);
  return new PageIndex(far, matcher.mayMatch, accepts, { found() {}, lost() {} }, signal);
}
