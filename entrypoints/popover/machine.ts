/**
 * The life of the popover as a state machine: pure, so that every edge has a test. docs/popover.md has the diagram.
 *
 *   idle ──enter mark──▶ resting ──dwell over──▶ loading ──entry here──▶ open ──leave mark and card──▶ leaving
 *    ▲                     │ leave, scroll         │ leave                ▲ ◀──back on mark or card──────┤
 *    └─────────────────────┴───────────────────────┘                      │                              │
 *    └◀──────────────────────────── dismissed, or grace over ─────────────┴──────────────────────────────┘
 *
 * While a card is shown, another mark goes through resting and loading with the card in place (`shown`), then takes
 * it over. A card that was asked for or used is pinned: leaving does not close it. Each interaction carries a token;
 * an answer with an older token is stale and changes nothing.
 */

/** A mark, by identity. */
export type Mark = object;

/** The card on the screen. */
export interface Shown {
  readonly mark: Mark;
  readonly pinned: boolean;
}

export type State =
  | { readonly at: 'idle'; readonly token: number; readonly shown?: undefined }
  | { readonly at: 'resting'; readonly token: number; readonly mark: Mark; readonly shown: Shown | undefined }
  | {
      readonly at: 'loading';
      readonly token: number;
      readonly mark: Mark;
      /** Asked for, not hovered: leaving does not stop it. */
      readonly pinned: boolean;
      readonly shown: Shown | undefined;
    }
  | { readonly at: 'open' | 'leaving'; readonly token: number; readonly shown: Shown };

export type Event =
  /**
   * The pointer is over a mark, over the card, on its way from mark to card, or elsewhere. `fast` is too fast to rest.
   */
  | { readonly type: 'pointer'; readonly on: Mark | 'card' | 'way' | 'elsewhere'; readonly fast: boolean }
  /** The page moves below the pointer: what is under it now was not chosen. */
  | { readonly type: 'scroll' }
  | { readonly type: 'timer'; readonly token: number }
  | { readonly type: 'loaded'; readonly token: number; readonly found: boolean }
  /** A tap, a key or a click asks for a mark's card at once. */
  | { readonly type: 'ask'; readonly mark: Mark }
  /** The reader uses the card: a press in it, the focus in it. */
  | { readonly type: 'pin' }
  | { readonly type: 'dismiss' };

/** What the controller has to do after a step; `timer` replaces any timer that runs. */
export interface Effects {
  readonly timer?: 'dwell' | 'grace' | 'way' | 'none';
  readonly load?: Mark;
  readonly show?: Mark;
  readonly hide?: true;
}

type Step = [State, Effects];

export const IDLE: State = { at: 'idle', token: 0 };

/** The state after `event`, and what to do. */
export function step(state: State, event: Event): Step {
  const token = state.token + 1;
  const { shown } = state;
  switch (event.type) {
    case 'dismiss':
      return state.at === 'idle' ? [state, {}] : closed(token);
    case 'ask':
      return [
        { at: 'loading', token, mark: event.mark, pinned: true, shown },
        { timer: 'none', load: event.mark },
      ];
    case 'pin':
      if (!shown) return [state, {}];
      return open(token, { ...shown, pinned: true });
    case 'scroll':
      return state.at === 'resting' || (state.at === 'loading' && !state.pinned) ? given(state, token) : [state, {}];
    case 'pointer':
      if (state.at === 'loading' && state.pinned) return [state, {}];
      return pointer(state, event.on, event.fast);
    case 'timer':
      if (event.token !== state.token) return [state, {}];
      if (state.at === 'resting')
        return [
          { at: 'loading', token, mark: state.mark, pinned: false, shown },
          { timer: 'none', load: state.mark },
        ];
      return state.at === 'leaving' ? closed(token) : [state, {}];
    case 'loaded':
      if (state.at !== 'loading' || event.token !== state.token) return [state, {}];
      if (!event.found) return closed(token);
      return [
        { at: 'open', token, shown: { mark: state.mark, pinned: state.pinned } },
        { timer: 'none', show: state.mark },
      ];
  }
}

function pointer(state: State, on: Mark | 'card' | 'way' | 'elsewhere', fast: boolean): Step {
  const token = state.token + 1;
  const { shown } = state;
  if (on === 'elsewhere') {
    if (!shown || shown.pinned)
      return state.at === 'resting' || state.at === 'loading' ? given(state, token) : [state, {}];
    return state.at === 'leaving' ? [state, {}] : [{ at: 'leaving', token, shown }, { timer: 'grace' }];
  }
  if (on === 'way') {
    if (!shown || shown.pinned) return [state, {}];
    // Each step nearer to the card renews the patience.
    return [{ at: 'leaving', token, shown }, { timer: 'way' }];
  }
  if (on === 'card' || on === shown?.mark) {
    return shown && state.at !== 'open' ? open(token, shown) : [state, {}];
  }
  const isKnown = (state.at === 'resting' || state.at === 'loading') && state.mark === on;
  if (isKnown && !(fast && state.at === 'resting')) return [state, {}];
  return [{ at: 'resting', token, mark: on, shown }, { timer: 'dwell' }];
}

function open(token: number, shown: Shown): Step {
  return [{ at: 'open', token, shown }, { timer: 'none' }];
}

function closed(token: number): Step {
  return [
    { at: 'idle', token },
    { timer: 'none', hide: true },
  ];
}

/** Resting or loading is given up; a card that is shown stays. */
function given(state: State, token: number): Step {
  return state.shown ? open(token, state.shown) : [{ at: 'idle', token }, { timer: 'none' }];
}
