/** The site that the popup was opened above: its name, and whether and why marks show there. */
import { useSite } from '../../components/stored.ts';
import { t } from '../../components/words.ts';
import { type Barrier, barrierAt } from '../../core/settings/reach.ts';
import {
  isRule,
  PAUSE_KEY,
  RULE_PREFIX,
  type Rule,
  ruleKeys,
  type SiteState,
  siteState,
} from '../../core/settings/site-rules.ts';
import type { CurrentTab } from './current-tab.ts';

export interface Site {
  readonly url: URL | undefined;
  /** Of a page that has no name a reader would know: "this page". */
  readonly host: string;
  readonly isNamed: boolean;
  readonly state: SiteState;
  /** What keeps marks away where the state is `impossible`. */
  readonly barrier: Barrier;
  /** As stored. */
  readonly pause: unknown;
  /** By pattern, every rule that could decide here; null where there is none. */
  readonly rules: Readonly<Record<string, Rule | null>>;
}

/** Undefined until tab and settings are known. */
export function useCurrentSite(tab: CurrentTab | undefined): Site | undefined {
  const site = useSite(tab?.url);
  if (!tab || !site) return undefined;
  const { url } = tab;
  const barrier = url ? barrierAt(url, tab.mayReadFiles) : tab.mayReadSites ? 'other' : 'withheld';
  const host = url && hostOf(url, barrier);
  return {
    url,
    host: host || t('site.thisPage'),
    isNamed: Boolean(host),
    state: barrier || !url ? 'impossible' : siteState(url, site.settings, site.stored, Date.now()),
    barrier: barrier ?? 'other',
    pause: site.stored[PAUSE_KEY],
    rules: Object.fromEntries(
      (url ? ruleKeys(url) : []).map((key) => [key.slice(RULE_PREFIX.length), ruleIn(site.stored[key])]),
    ),
  };
}

const ruleIn = (stored: unknown): Rule | null => (isRule(stored) ? stored : null);

/** What a reader knows the site by: its host, or a local file's name; extensions and the browser have none that says anything. */
function hostOf(url: URL, barrier: Barrier | undefined): string | undefined {
  if (barrier === 'extension' || barrier === 'browser') return undefined;
  return url.hostname.replace(/^www\./, '') || url.pathname.split('/').at(-1);
}
