/** Pointer, keys and timers in; the card shown, moved and hidden. What to do when is `machine.ts`. */
import { h, render } from 'preact';
import type { EntryView } from '../../core/knowledge/view.ts';
import type { Engine, PointedMark, Popover } from '../content-script/bridge.ts';
import { Card, type CardActions } from './Card.tsx';
import { Host } from './host.ts';
import { type Event, IDLE, type State, step } from './machine.ts';
import { follow } from './place.ts';
import { ARMED_AFTER, EDGE, GAP, GRACE } from './timings.ts';

/** Takes over from the page engine's first look at the pointer; ends with the engine's signal. */
export function createPopover(engine: Engine): Popover {
  const host = new Host();
  let state: State = IDLE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The mark of the machine's identity, with what is needed to show it. */
  const marks = new WeakMap<object, PointedMark>();
  let point: { x?: number; y?: number } = {};
  let showing = new AbortController();
  let shownAt = 0;
  let trail: EntryView[] = [];

  const dispatch = (event: Event) => {
    const [next, effects] = step(state, event);
    state = next;
    if (effects.timer) {
      clearTimeout(timer);
      const { token } = state;
      const delay = { dwell: engine.settings.dwell, grace: GRACE, none: undefined }[effects.timer];
      if (delay !== undefined) timer = setTimeout(() => dispatch({ type: 'timer', token }), delay);
    }
    if (effects.hide) hide();
    if (effects.load) load(effects.load, state.token);
    if (effects.show) show(effects.show);
  };

  const load = (key: object, token: number) => {
    const mark = marks.get(key);
    if (!mark) return dispatch({ type: 'loaded', token, found: false });
    const now = engine.entryNow(mark.entry);
    if (now) {
      trail = [now];
      return dispatch({ type: 'loaded', token, found: true });
    }
    void engine.entry(mark.entry).then((entry) => {
      if (entry) trail = [entry];
      dispatch({ type: 'loaded', token, found: entry !== undefined });
    });
  };

  const show = (key: object) => {
    const mark = marks.get(key);
    if (!mark) return;
    showing.abort();
    showing = new AbortController();
    draw();
    host.show(mark.container);
    shownAt = performance.now();
    follow(host, mark, point, () => dispatch({ type: 'dismiss' }), showing.signal);
  };

  const hide = () => {
    showing.abort();
    host.hide();
    render(null, host.mount);
  };

  const draw = () => {
    const entry = trail.at(-1);
    if (entry) render(h(Card, { entry, hasBack: trail.length > 1, actions }), host.mount);
  };

  /** Effects outside the card need a card that the reader had time to see. */
  const armed = (act: () => void) => () => {
    if (performance.now() - shownAt >= ARMED_AFTER) act();
  };
  const send = (message: object) => chrome.runtime.sendMessage(message).catch(() => undefined);
  const current = () => trail.at(-1)?.id;
  const actions: CardActions = {
    openEntry: (id) =>
      void send({ type: 'entry', id }).then((entry: unknown) => {
        if (typeof entry !== 'object' || entry === null || !('facts' in entry)) return;
        trail = [...trail, entry as EntryView];
        draw();
      }),
    back: () => {
      trail = trail.slice(0, -1);
      draw();
    },
    hideTerm: armed(() => {
      void send({ type: 'hide-term', id: current(), hidden: true });
      dispatch({ type: 'dismiss' });
    }),
    switchOffHere: armed(() => {
      void send({ type: 'switch-own-site', on: false });
      dispatch({ type: 'dismiss' });
    }),
    openPanel: armed(() => void send({ type: 'open-panel', id: current() })),
    close: () => dispatch({ type: 'dismiss' }),
  };

  const look = (x: number, y: number, target: EventTarget | null) => {
    if (target === host.element) return dispatch({ type: 'pointer', on: 'card' });
    const mark = engine.markAt(x, y);
    if (mark) {
      marks.set(mark.key, mark);
      point = { x, y };
      return dispatch({ type: 'pointer', on: mark.key });
    }
    dispatch({ type: 'pointer', on: isOnWay(x, y) ? 'way' : 'elsewhere' });
  };

  /** Within the band between mark and card, as wide as the card. */
  const isOnWay = (x: number, y: number) => {
    if (!host.isOpen) return false;
    const { left, right, top, bottom } = host.element.getBoundingClientRect();
    const reach = GAP + EDGE;
    return x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach;
  };

  let scheduled = false;
  let last = { x: 0, y: 0, target: null as EventTarget | null };
  const listen = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, listener, { capture: true, passive: true, signal: engine.signal });
  listen('pointermove', (event) => {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    last = {
      x: event.clientX,
      y: event.clientY,
      target: event.composedPath()[0] === host.element ? host.element : event.target,
    };
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      look(last.x, last.y, last.target);
    });
  });
  listen('pointerdown', (event) => {
    if (event.isTrusted && event.target !== host.element) dispatch({ type: 'dismiss' });
  });
  listen('keydown', (event) => {
    if (event.isTrusted && event.key === 'Escape') dispatch({ type: 'dismiss' });
  });
  listen('pointerleave', (event) => {
    if (event.target === document) dispatch({ type: 'pointer', on: 'elsewhere' });
  });
  engine.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    hide();
  });

  return { pointerRests: (x, y) => look(x, y, null) };
}
