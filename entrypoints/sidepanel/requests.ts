/** What the panel was asked to show, now and later. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { headline } from '../../components/library.ts';
import { loadSearch } from '../../components/loaded.ts';
import { PanelRequest } from '../../core/messages/panel.ts';
import { PANEL_KEY } from '../../core/messages/panel-key.ts';

export type View =
  | { readonly kind: 'home'; readonly query: string }
  | { readonly kind: 'entry'; readonly id: string }
  | { readonly kind: 'finder' };

export const HOME: View = { kind: 'home', query: '' };

/** What the address or the last request asks for. */
export async function askedFor(): Promise<View> {
  const id = location.hash.slice(1);
  if (headline(id)) return { kind: 'entry', id };
  return (await viewOf((await browser.storage.session.get(PANEL_KEY))[PANEL_KEY])) ?? HOME;
}

/** Calls back with each later request, until the signal aborts. */
export function onRequest(show: (view: View) => void, signal: AbortSignal): void {
  let latest = 0;
  const listener = async (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== 'session' || !(PANEL_KEY in changes)) return;
    const request = ++latest;
    const view = await viewOf(changes[PANEL_KEY]?.newValue);
    if (view && request === latest && !signal.aborted) show(view);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** A selection that names one entry opens it; any other shows what was found. */
async function viewOf(request: unknown): Promise<View | undefined> {
  const parsed = v.safeParse(PanelRequest, request);
  if (!parsed.success) return undefined;
  const wish = parsed.output;
  if ('finder' in wish) return { kind: 'finder' };
  if ('entry' in wish) return headline(wish.entry) ? { kind: 'entry', id: wish.entry } : undefined;
  const search = await loadSearch();
  const [best, second] = search(wish.query, 2);
  return best && !second ? { kind: 'entry', id: best.id } : { kind: 'home', query: wish.query };
}
