/** The one door into the background: each message is parsed by its schema, its sender checked, its answer a value. */
import takeLexicon from 'virtual:fascicle/lexicon';
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import type { EntryView } from '../../core/knowledge/view.ts';
import { createMatcher } from '../../core/matching/matcher.ts';
import { FromContentScript, FromPage } from '../../core/messages/schema.ts';
import type { Settings } from '../../core/settings/defaults.ts';
import { RULE_PREFIX } from '../../core/settings/site-rules.ts';
import { entry, idAt, lexiconVersion } from './entries.ts';
import { KnownPages } from './known-pages.ts';
import { insertMarkStyle } from './mark-style.ts';
import { injectPageEngine } from './page-engine.ts';
import { openPanel } from './panel.ts';
import { injectPopover } from './popover.ts';
import { keepReport, keepUnwanted, tabReport } from './reports.ts';
import { changeSettings, resetAll, setPause, setRules, siteStateOf, switchSite } from './storage.ts';

type Sender = Browser.runtime.MessageSender;
/** A sender known to be our script in a frame of a tab. */
interface Frame {
  readonly tab: Browser.tabs.Tab;
  readonly tabId: number;
  readonly frameId: number;
  readonly topUrl: string;
  /** The browser's name for the document in it. */
  readonly document: string | undefined;
}
/** What comes back for a message that is malformed, from a stranger, or failed. */
export interface Refusal {
  readonly error: string;
}

export const knownPages = new KnownPages(() => createMatcher(takeLexicon()));

/** Answers every message; a listener that returns true answers later. */
export function listen(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, answer: (value: unknown) => void) => {
    handle(message, sender).then(
      (value = true) => answer(value),
      () => answer({ error: 'failed' } satisfies Refusal),
    );
    return true;
  });
}

async function handle(message: unknown, sender: Sender): Promise<unknown> {
  if (sender.id !== browser.runtime.id) return { error: 'stranger' } satisfies Refusal;
  if (isOwnPage(sender)) {
    const parsed = v.safeParse(FromPage, message);
    if (parsed.success) return answerPage(parsed.output);
  } else {
    const frame = frameOf(sender);
    const parsed = v.safeParse(FromContentScript, message);
    if (frame && parsed.success) return answerFrame(parsed.output, frame);
  }
  return { error: 'malformed' } satisfies Refusal;
}

/**
 * Our own pages stand at our own origin; a content script's sender has the page's. A renderer that was taken over may
 * lie about the address; the origin, where a browser tells it, is the browser's own word.
 */
function isOwnPage({ url, origin }: Sender): boolean {
  const own = browser.runtime.getURL('/');
  return url?.startsWith(own) === true && (origin === undefined || `${origin}/` === own);
}

function frameOf({ tab, frameId, documentId }: Sender): Frame | undefined {
  if (tab?.id === undefined || frameId === undefined) return undefined;
  return { tab, tabId: tab.id, frameId, topUrl: tab.url ?? '', document: documentId };
}

async function answerFrame(message: FromContentScript, frame: Frame): Promise<unknown> {
  switch (message.type) {
    case 'start-engine':
      return injectPageEngine(frame.tabId, frame.frameId);
    case 'mark-style':
      return insertMarkStyle(frame.tabId, frame.frameId);
    case 'read':
      return message.version === lexiconVersion ? knownPages.hear(`${frame.tabId}:${frame.frameId}`, message) : null;
    case 'report':
      return message.version === lexiconVersion
        ? keepReport(frame.tabId, frame.frameId, {
            terms: counted(message.terms),
            paused: message.paused,
            document: frame.document,
          })
        : undefined;
    case 'entries':
      if (message.popover) await injectPopover(frame.tabId, frame.frameId);
      return message.version === lexiconVersion ? message.entries.flatMap(withView) : [];
    case 'entry':
      return entry(message.id) ?? null;
    case 'top-url':
      return frame.topUrl;
    case 'hide-term':
      // Nobody fills our storage with terms that there are not.
      if (message.hidden && !entry(message.id)) return undefined;
      return changeSettings(({ hiddenTerms }) => {
        const others = hiddenTerms.filter((id) => id !== message.id);
        return { hiddenTerms: message.hidden ? [...others, message.id] : others };
      });
    case 'switch-own-site':
      return URL.canParse(frame.topUrl) ? switchSite(new URL(frame.topUrl), message.on) : undefined;
    case 'open-panel':
      return openPanel({ entry: message.id }, frame.tab);
    case 'popover-unwanted':
      return keepUnwanted(frame.tabId);
  }
}

async function answerPage(message: FromPage): Promise<unknown> {
  switch (message.type) {
    case 'tab-report':
      return tabReport(message.tabId);
    case 'site-state':
      return URL.canParse(message.url) ? siteStateOf(new URL(message.url)) : 'impossible';
    case 'switch-site':
      return URL.canParse(message.url) ? switchSite(new URL(message.url), message.on) : undefined;
    case 'change-settings':
      // A message is JSON: what it leaves out is absent, never undefined.
      return changeSettings(() => message.changes as Partial<Settings>);
    case 'set-rules':
      return setRules(Object.fromEntries(Object.entries(message.rules).map(([to, rule]) => [RULE_PREFIX + to, rule])));
    case 'reset':
      return resetAll();
    case 'pause':
      return setPause(message.until);
  }
}

/** Counts by id, each entry once; indexes that mean nothing are left out. */
function counted(terms: readonly (readonly [index: number, count: number])[]): [id: string, count: number][] {
  const counts = new Map<string, number>();
  for (const [index, count] of terms) {
    const id = idAt(index);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return [...counts];
}

function withView(index: number): [number, EntryView][] {
  const id = idAt(index);
  const view = id === undefined ? undefined : entry(id);
  return view ? [[index, view]] : [];
}
