/**
 * Site rules: where Fascicle is on or off. One storage key a rule, so that two windows never overwrite each other's.
 *
 * A pattern is a host (`example.org`), a host with all its subdomains (`*.example.org`), or a path of a host
 * (`example.org/forum/`). The most specific rule decides: the longest path, then the host, then the nearest parent.
 */
import type { Settings } from './defaults.ts';

export const RULE_PREFIX = 'rule:';
/** Storage key of a pause; see `Pause`. */
export const PAUSE_KEY = 'pause';
/** Longer hosts and paths have no rule of their own (a DNS name has at most 253 characters). */
const MAX_HOST = 253;
const MAX_PATH_SEGMENTS = 12;
/** Letters of a pattern; messages take no longer ones. */
const MAX_PATTERN = 2000;

export type Rule = 'on' | 'off';
/** Paused until a time (milliseconds since 1970), or until the browser starts anew. */
export type Pause = { readonly until: number } | { readonly until: 'restart' };

/** Why marks show or not: what popup and toolbar icon say. */
export type SiteState = 'on' | 'off-here' | 'off-everywhere' | 'not-listed' | 'paused' | 'impossible';

/** A storage key for every rule that could apply to `url`, most specific first; none where no rule can. */
export function ruleKeys(url: URL): string[] {
  const host = url.hostname;
  if (host === '' || host.length > MAX_HOST) return [];
  const keys: string[] = [];
  const segments = url.pathname.split('/').slice(1, -1).slice(0, MAX_PATH_SEGMENTS);
  for (let count = segments.length; count > 0; count--) keys.push(`${host}/${segments.slice(0, count).join('/')}/`);
  keys.push(host);
  const labels = host.split('.');
  for (let from = 0; from < labels.length; from++) keys.push(`*.${labels.slice(from).join('.')}`);
  return keys.map((pattern) => RULE_PREFIX + pattern);
}

/** The normal form of a pattern as a user types it ("https://Example.org/a" → "example.org/a/"), or undefined if it is none. */
export function parsePattern(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  const wild = text.startsWith('*.');
  const rest = wild ? text.slice(2) : text;
  const address = /^[a-z][a-z0-9+.-]*:\/\//.test(rest) ? rest : `https://${rest}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, username, password } = new URL(address);
  if (hostname === '' || hostname.length > MAX_HOST || username || password || /[*%\s]/.test(hostname))
    return undefined;
  if (wild) return pathname === '/' ? `*.${hostname}` : undefined;
  if (pathname === '/') return hostname;
  const pattern = hostname + (pathname.endsWith('/') ? pathname : `${pathname}/`);
  // A rule for longer paths would never be asked for.
  const isReachable = pattern.length <= MAX_PATTERN && pattern.split('/').length <= MAX_PATH_SEGMENTS + 2;
  return isReachable ? pattern : undefined;
}

/** Whether marks show at `url`, given everything stored under `ruleKeys(url)` and `PAUSE_KEY`; `now` in milliseconds. */
export function siteState(
  url: URL,
  settings: Pick<Settings, 'enabled' | 'mode'>,
  stored: Readonly<Record<string, unknown>>,
  now: number,
): SiteState {
  if (!settings.enabled) return 'off-everywhere';
  if (isPaused(stored[PAUSE_KEY], now)) return 'paused';
  const rule = ruleKeys(url)
    .map((key) => stored[key])
    .find(isRule);
  if (settings.mode === 'listed') return rule === 'on' ? 'on' : rule === 'off' ? 'off-here' : 'not-listed';
  return rule === 'off' ? 'off-here' : 'on';
}

/** Whether what is stored under `PAUSE_KEY` pauses at `now`. */
export function isPaused(stored: unknown, now: number): boolean {
  if (typeof stored !== 'object' || stored === null || !('until' in stored)) return false;
  return stored.until === 'restart' || (typeof stored.until === 'number' && now < stored.until);
}

/**
 * The rules to store (`null`: to remove) so that marks at `url` go on or off: the rule that decides now is changed where
 * it is one of a path, else that of the host; a host rule that only says what holds anyway is removed.
 */
export function switchRules(
  url: URL,
  on: boolean,
  mode: Settings['mode'],
  stored: Readonly<Record<string, unknown>>,
): Record<string, Rule | null> {
  const keys = ruleKeys(url);
  const host = RULE_PREFIX + url.hostname;
  const hostIndex = keys.indexOf(host);
  if (hostIndex < 0) return {};
  const wanted: Rule = on ? 'on' : 'off';
  const changes: Record<string, Rule | null> = {};
  for (const key of keys.slice(0, hostIndex)) if (isRule(stored[key]) && stored[key] !== wanted) changes[key] = wanted;
  const above = keys.slice(hostIndex + 1).find((key) => isRule(stored[key]));
  const withoutHost = above === undefined ? (mode === 'everywhere' ? 'on' : 'off') : stored[above];
  if (withoutHost !== wanted) changes[host] = wanted;
  else if (isRule(stored[host])) changes[host] = null;
  return changes;
}

/** Whether what is stored under a rule's key is one; damaged storage may hold anything there. */
export function isRule(value: unknown): value is Rule {
  return value === 'on' || value === 'off';
}

/** Every rule in `stored`, by its pattern. */
export function rulesIn(stored: Readonly<Record<string, unknown>>): [pattern: string, rule: Rule][] {
  return Object.entries(stored).flatMap(([key, rule]): [string, Rule][] =>
    key.startsWith(RULE_PREFIX) && isRule(rule) ? [[key.slice(RULE_PREFIX.length), rule]] : [],
  );
}
