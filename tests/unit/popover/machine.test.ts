/**
 * Every edge of the diagram in docs/popover.md, as a reader with a pointer, a finger or keys meets it.
 */
import { describe, expect, it } from 'vitest';
import { type Effects, type Event, IDLE, type State, step } from '../../../entrypoints/popover/machine.ts';

const iron = { mark: 'iron' };
const zinc = { mark: 'zinc' };
const over = (on: object | 'card' | 'way' | 'elsewhere', fast = false): Event =>
  ({ type: 'pointer', on, fast }) as Event;
const ask = (mark: object): Event => ({ type: 'ask', mark });
const [scroll, pin, dismiss]: Event[] = [{ type: 'scroll' }, { type: 'pin' }, { type: 'dismiss' }];

/** An event, or what makes one of the state it meets, so that it can carry the token of then. */
type Given = Event | ((state: State) => Event);
const timer = ({ token }: State): Event => ({ type: 'timer', token });
const loaded = ({ token }: State): Event => ({ type: 'loaded', token, found: true });
const missing = ({ token }: State): Event => ({ type: 'loaded', token, found: false });

function outcome(...events: (Given | undefined)[]): { state: State; effects: Effects } {
  let state: State = IDLE;
  let effects: Effects = {};
  for (const event of events) {
    if (event) [state, effects] = step(state, typeof event === 'function' ? event(state) : event);
  }
  return { state, effects };
}
const hovered = [over(iron), timer, loaded] as const;
const asked = [ask(iron), loaded] as const;
const shownIron = (pinned: boolean) => ({ mark: iron, pinned });

describe('opening by rest', () => {
  it('waits until the pointer has rested', () => {
    expect(outcome(over(iron))).toMatchObject({ state: { at: 'resting', mark: iron }, effects: { timer: 'dwell' } });
  });

  it('waits anew while the pointer is fast, and not while it is slow', () => {
    expect(outcome(over(iron), over(iron, true)).effects).toEqual({ timer: 'dwell' });
    expect(outcome(over(iron), over(iron)).effects).toEqual({});
  });

  it('is given up when the pointer passes on or the page scrolls', () => {
    for (const event of [over('elsewhere'), scroll]) {
      expect(outcome(over(iron), event)).toMatchObject({ state: { at: 'idle' }, effects: { timer: 'none' } });
      expect(outcome(over(iron), timer, event)).toMatchObject({ state: { at: 'idle' }, effects: { timer: 'none' } });
    }
  });

  it('starts over on another mark', () => {
    expect(outcome(over(iron), over(zinc))).toMatchObject({
      state: { at: 'resting', mark: zinc },
      effects: { timer: 'dwell' },
    });
  });

  it('loads after the rest, then shows', () => {
    expect(outcome(over(iron), timer)).toMatchObject({ state: { at: 'loading' }, effects: { load: iron } });
    expect(outcome(...hovered)).toMatchObject({
      state: { at: 'open', shown: shownIron(false) },
      effects: { show: iron },
    });
  });

  it('comes to nothing when there is no entry', () => {
    expect(outcome(over(iron), timer, missing)).toMatchObject({ state: { at: 'idle' }, effects: { hide: true } });
  });

  it('does not begin on the way or on the card when nothing is shown', () => {
    for (const on of ['way', 'card', 'elsewhere'] as const) expect(outcome(over(on)).state).toBe(IDLE);
  });
});

describe('opening by tap, click or key', () => {
  it('loads at once and pins', () => {
    expect(outcome(ask(zinc))).toMatchObject({ state: { at: 'loading' }, effects: { load: zinc, timer: 'none' } });
    expect(outcome(...asked).state).toMatchObject({ at: 'open', shown: shownIron(true) });
  });

  it('is not stopped by a pointer that lies about, or by the scrolling that led there', () => {
    for (const event of [over('elsewhere'), over(zinc), scroll]) {
      expect(outcome(ask(iron), event, loaded).state).toMatchObject({ at: 'open', shown: shownIron(true) });
    }
  });

  it('takes over a card that is shown', () => {
    expect(outcome(...hovered, ask(zinc), loaded).state).toMatchObject({ shown: { mark: zinc, pinned: true } });
  });
});

describe('stale answers', () => {
  it('of a timer or a load change nothing', () => {
    const old = { type: 'timer', token: -1 } as const;
    expect(outcome(over(iron), old)).toMatchObject({ state: { at: 'resting' }, effects: {} });
    const late = { type: 'loaded', token: -1, found: true } as const;
    expect(outcome(over(iron), timer, late)).toMatchObject({ state: { at: 'loading' }, effects: {} });
  });

  it('of a mark that was left do not open', () => {
    const { state } = outcome(over(iron), timer, over('elsewhere'));
    expect(step(state, { type: 'loaded', token: 1, found: true })[0].at).toBe('idle');
  });
});

describe('leaving', () => {
  it('gives grace, and comes back on mark or card', () => {
    expect(outcome(...hovered, over('elsewhere'))).toMatchObject({
      state: { at: 'leaving' },
      effects: { timer: 'grace' },
    });
    for (const on of [iron, 'card'] as const) {
      expect(outcome(...hovered, over('elsewhere'), over(on)).state).toMatchObject({
        at: 'open',
        shown: { mark: iron },
      });
    }
  });

  it('has patience on the way to the card, renewed with every step nearer', () => {
    expect(outcome(...hovered, over('way'))).toMatchObject({ state: { at: 'leaving' }, effects: { timer: 'way' } });
    expect(outcome(...hovered, over('way'), over('way')).effects).toEqual({ timer: 'way' });
    expect(outcome(...hovered, over('way'), over('card')).state.at).toBe('open');
  });

  it('closes when grace or patience is over', () => {
    for (const on of ['elsewhere', 'way'] as const) {
      expect(outcome(...hovered, over(on), timer)).toMatchObject({ state: { at: 'idle' }, effects: { hide: true } });
    }
  });

  it('does not happen to a pinned card', () => {
    for (const open of [asked, [...hovered, pin]]) {
      expect(outcome(...open, over('elsewhere')).state).toMatchObject({ at: 'open', shown: shownIron(true) });
      expect(outcome(...open, over('way')).state.at).toBe('open');
    }
  });
});

describe('another mark', () => {
  it('is rested on with the card in place, then takes it over without a gap', () => {
    const swapping = outcome(...hovered, over(zinc));
    expect(swapping).toMatchObject({
      state: { at: 'resting', mark: zinc, shown: { mark: iron } },
      effects: { timer: 'dwell' },
    });
    expect(swapping.effects.hide).toBeUndefined();
    expect(outcome(...hovered, over(zinc), timer, loaded).state).toMatchObject({ at: 'open', shown: { mark: zinc } });
  });

  it('passed over on the way back changes nothing', () => {
    expect(outcome(...hovered, over(zinc), over(iron)).state).toMatchObject({ at: 'open', shown: { mark: iron } });
    expect(outcome(...hovered, over(zinc), over('card')).state).toMatchObject({ at: 'open', shown: { mark: iron } });
  });

  it('that is left gives the card its grace, a pinned card its place', () => {
    expect(outcome(...hovered, over(zinc), over('elsewhere')).state.at).toBe('leaving');
    expect(outcome(...asked, over(zinc), over('elsewhere')).state).toMatchObject({
      at: 'open',
      shown: shownIron(true),
    });
  });

  it('under a page that scrolls is forgotten, the card stays', () => {
    expect(outcome(...hovered, over(zinc), scroll).state).toMatchObject({ at: 'open', shown: { mark: iron } });
  });
});

it('closes from anywhere on dismissal, once', () => {
  for (const events of [[over(iron)], [over(iron), timer], hovered, asked, [...hovered, over('elsewhere')]]) {
    expect(outcome(...events, dismiss)).toMatchObject({ state: { at: 'idle' }, effects: { hide: true } });
    expect(outcome(...events, dismiss, dismiss).effects).toEqual({});
  }
});
