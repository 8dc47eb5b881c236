/**
 * The life of the popover as a state machine: pure, so that every edge has a test.
 *
 *   idle ──enter mark──▶ resting ──dwell over──▶ loading ──entry here──▶ open
 *    ▲                     │ leave                 │ leave                │ leave mark and card
 *    └─────────────────────┴───────────────────────┘                     ▼
 *    ▲◀──────────────── grace over ──────────────────────────────── leaving ──back on mark or card──▶ open
 *
 * Escape, scrolling the mark away, or the end of the script lead to idle from anywhere. From open, another mark that is
 * rested on goes through `loading` while the card stays. Each interaction carries a token; an answer with an older
 * token is stale and changes nothing.
 */

/** A mark, by identity. */
export type Mark = object;

export type State =
  | { readonly at: 'idle'; readonly token: number }
  | { readonly at: 'resting'; readonly token: number; readonly mark: Mark; readonly shown?: Mark }
  | { readonly at: 'loading'; readonly token: number; readonly mark: Mark; readonly shown?: Mark }
  | { readonly at: 'open'; readonly token: number; readonly mark: Mark }
  | { readonly at: 'leaving'; readonly token: number; readonly mark: Mark };

export type Event =
  /** The pointer is over a mark, over the card, on the forgiven way between them, or elsewhere. */
  | { readonly type: 'pointer'; readonly on: Mark | 'card' | 'way' | 'elsewhere' }
  | { readonly type: 'timer'; readonly token: number }
  | { readonly type: 'loaded'; readonly token: number; readonly found: boolean }
  /** A tap, a key or a click asks for a mark's card at once. */
  | { readonly type: 'ask'; readonly mark: Mark }
  | { readonly type: 'dismiss' };

/** What the controller has to do after a step; `timer` replaces any timer that runs. */
export interface Effects {
  readonly timer?: 'dwell' | 'grace' | 'none';
  readonly load?: Mark;
  readonly show?: Mark;
  readonly hide?: true;
}

export const IDLE: State = { at: 'idle', token: 0 };

/** The state after `event`, and what to do. */
export function step(state: State, event: Event): [State, Effects] {
  const token = state.token + 1;
  const shown = shownIn(state);
  switch (event.type) {
    case 'dismiss':
      return state.at === 'idle'
        ? [state, {}]
        : [
            { at: 'idle', token },
            { timer: 'none', hide: true },
          ];
    case 'ask':
      return [loading(token, event.mark, shown), { timer: 'none', load: event.mark }];
    case 'pointer':
      return pointer(state, event.on);
    case 'timer':
      if (event.token !== state.token) return [state, {}];
      if (state.at === 'resting') return [loading(token, state.mark, shown), { timer: 'none', load: state.mark }];
      if (state.at === 'leaving')
        return [
          { at: 'idle', token },
          { timer: 'none', hide: true },
        ];
      return [state, {}];
    case 'loaded':
      if (state.at !== 'loading' || event.token !== state.token) return [state, {}];
      return event.found
        ? [
            { at: 'open', token, mark: state.mark },
            { timer: 'none', show: state.mark },
          ]
        : [
            { at: 'idle', token },
            { timer: 'none', hide: true },
          ];
  }
}

function pointer(state: State, on: Mark | 'card' | 'way' | 'elsewhere'): [State, Effects] {
  const token = state.token + 1;
  const shown = shownIn(state);
  if (on === 'card' || on === 'way') {
    if (state.at === 'leaving' || (state.at === 'resting' && shown)) {
      return [{ at: 'open', token, mark: shown as Mark }, { timer: 'none' }];
    }
    return [state, {}];
  }
  if (on === 'elsewhere') {
    if (shown && state.at !== 'leaving') return [{ at: 'leaving', token, mark: shown }, { timer: 'grace' }];
    if (!shown && state.at !== 'idle') return [{ at: 'idle', token }, { timer: 'none' }];
    return [state, {}];
  }
  if (on === shown) {
    return state.at === 'open' ? [state, {}] : [{ at: 'open', token, mark: on }, { timer: 'none' }];
  }
  if ((state.at === 'resting' || state.at === 'loading') && state.mark === on) return [state, {}];
  return [{ at: 'resting', token, mark: on, ...(shown && { shown }) }, { timer: 'dwell' }];
}

function loading(token: number, mark: Mark, shown: Mark | undefined): State {
  return { at: 'loading', token, mark, ...(shown && { shown }) };
}

/** The mark whose card is on the screen. */
export function shownIn(state: State): Mark | undefined {
  if (state.at === 'open' || state.at === 'leaving') return state.mark;
  return state.at === 'idle' ? undefined : state.shown;
}
