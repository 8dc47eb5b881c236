import { describe, expect, it } from 'vitest';
import { type Effects, type Event, IDLE, type State, step } from '../../../entrypoints/popover/machine.ts';

const iron = { mark: 'iron' };
const zinc = { mark: 'zinc' };
const over = (on: object | 'card' | 'way' | 'elsewhere'): Event => ({ type: 'pointer', on }) as Event;

/** Runs events; a function makes an event of the state it meets, so that it can carry the token of then. */
function outcome(...events: (Event | ((state: State) => Event))[]): { state: State; effects: Effects } {
  let state: State = IDLE;
  let effects: Effects = {};
  for (const event of events) [state, effects] = step(state, typeof event === 'function' ? event(state) : event);
  return { state, effects };
}
const timer = ({ token }: State): Event => ({ type: 'timer', token });
const loaded = ({ token }: State): Event => ({ type: 'loaded', token, found: true });
const missing = ({ token }: State): Event => ({ type: 'loaded', token, found: false });
const openIron = [over(iron), timer, loaded] as const;

describe('opening', () => {
  it('waits for the pointer to rest', () => {
    expect(outcome(over(iron))).toMatchObject({ state: { at: 'resting', mark: iron }, effects: { timer: 'dwell' } });
  });

  it('is given up when the pointer passes on', () => {
    expect(outcome(over(iron), over('elsewhere'))).toMatchObject({ state: { at: 'idle' }, effects: { timer: 'none' } });
  });

  it('starts over on another mark', () => {
    expect(outcome(over(iron), over(zinc))).toMatchObject({
      state: { at: 'resting', mark: zinc },
      effects: { timer: 'dwell' },
    });
  });

  it('loads after the rest, then shows', () => {
    expect(outcome(over(iron), timer)).toMatchObject({ state: { at: 'loading' }, effects: { load: iron } });
    expect(outcome(...openIron)).toMatchObject({ state: { at: 'open', mark: iron }, effects: { show: iron } });
  });

  it('comes to nothing when there is no entry', () => {
    expect(outcome(over(iron), timer, missing)).toMatchObject({ state: { at: 'idle' }, effects: { hide: true } });
  });

  it('happens at once when asked for', () => {
    expect(outcome({ type: 'ask', mark: zinc })).toMatchObject({ state: { at: 'loading' }, effects: { load: zinc } });
  });
});

describe('stale answers', () => {
  it('of a timer or a load change nothing', () => {
    const stale = { type: 'timer', token: -1 } as const;
    expect(outcome(over(iron), stale)).toMatchObject({ state: { at: 'resting' }, effects: {} });
    const late = { type: 'loaded', token: -1, found: true } as const;
    expect(outcome(over(iron), timer, late)).toMatchObject({ state: { at: 'loading' }, effects: {} });
  });

  it('of a mark that was left do not open', () => {
    const { state } = outcome(over(iron), timer, over('elsewhere'));
    expect(step(state, { type: 'loaded', token: 1, found: true })[0].at).toBe('idle');
  });
});

describe('leaving', () => {
  it('gives grace, and comes back on mark, card or the way between', () => {
    expect(outcome(...openIron, over('elsewhere'))).toMatchObject({
      state: { at: 'leaving' },
      effects: { timer: 'grace' },
    });
    for (const on of [iron, 'card', 'way'] as const) {
      expect(outcome(...openIron, over('elsewhere'), over(on)).state).toMatchObject({ at: 'open', mark: iron });
    }
  });

  it('closes when the grace is over', () => {
    expect(outcome(...openIron, over('elsewhere'), timer)).toMatchObject({
      state: { at: 'idle' },
      effects: { hide: true },
    });
  });

  it('keeps the card while another mark is rested on, then swaps it', () => {
    const swapping = outcome(...openIron, over(zinc));
    expect(swapping).toMatchObject({ state: { at: 'resting', mark: zinc, shown: iron }, effects: { timer: 'dwell' } });
    expect(swapping.effects.hide).toBeUndefined();
    expect(outcome(...openIron, over(zinc), timer, loaded)).toMatchObject({ state: { at: 'open', mark: zinc } });
  });

  it('closes from anywhere on dismissal', () => {
    for (const events of [[over(iron)], [over(iron), timer], openIron, [...openIron, over('elsewhere')]]) {
      expect(outcome(...events, { type: 'dismiss' })).toMatchObject({ state: { at: 'idle' }, effects: { hide: true } });
    }
  });
});
