/** The machine's effects made real: timers, entries, the card in its place. What to do when is `machine.ts`. */
import type { EntryView } from '../../core/knowledge/view.ts';
import type { Engine, PointedMark, Popover } from '../content-script/bridge.ts';
import { documentElement } from '../content-script/dom.ts';
import { Focus } from './focus.ts';
import { Host } from './host.ts';
import { type Effects, type Event, IDLE, type State, step } from './machine.ts';
import { dock, follow } from './place.ts';
import { Reading } from './reading.ts';
import { send } from './send.ts';
import { watchSwipe } from './swipe.ts';
import { shadeBehind } from './theme.ts';
import { AHEAD, FRAME, GRACE, WAY_PATIENCE } from './timings.ts';
import { showUndo } from './undo.ts';
import { watchKeys } from './watch-keys.ts';
import { PointerWatch } from './watch-pointer.ts';

/** How the reader came to a mark: it decides where its card stands and whether it takes the focus. */
type Manner = 'hover' | 'click' | 'sheet' | 'keys';

/** Takes over from the page engine's first look at the pointer; ends with the engine's signal. */
export function createPopover(engine: Engine): Popover {
  let state: State = IDLE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ahead: ReturnType<typeof setTimeout> | undefined;
  /** The latest of each mark that the machine knows, the manner it was asked for in, its entry and those of its parts. */
  const marks = new Map<object, { mark: PointedMark; manner: Manner; entry?: EntryView; parts?: EntryView[] }>();
  let showing = new AbortController();
  /** The mark whose card is laid out already, out of sight. */
  let laidOut: object | undefined;

  const dispatch = (event: Event) => {
    if (!engine.goesOn()) return;
    const [next, effects] = step(state, event);
    state = next;
    if (effects.timer) setTimer(effects.timer);
    if (effects.hide) hide();
    if (effects.load) void load(effects.load, state.token);
    if (effects.show) show(effects.show);
    if (laidOut && !state.shown && !('mark' in state && state.mark === laidOut)) hide();
    const kept = [state.shown?.mark, 'mark' in state ? state.mark : undefined];
    for (const key of marks.keys()) if (!kept.includes(key)) marks.delete(key);
  };
  const dismiss = () => dispatch({ type: 'dismiss' });

  const host = new Host(() => {
    dismiss();
    void send({ type: 'popover-unwanted' });
  });
  const focus = new Focus(host);
  const reading = new Reading(host.mount, {
    close: dismiss,
    goesOn: () => engine.goesOn(),
    comesBefore: () => host.comesBefore(),
    done(text, undo) {
      const near = shownMark()?.container ?? documentElement();
      dismiss();
      if (near) showUndo(text, undo, near, host.mount.dataset.theme);
    },
  });

  const shownMark = () => state.shown && marks.get(state.shown.mark)?.mark;

  const setTimer = (kind: NonNullable<Effects['timer']>) => {
    clearTimeout(timer);
    clearTimeout(ahead);
    const rested = performance.now() - pointer.rest.since;
    const delay = {
      dwell: Math.max(0, engine.settings.dwell - rested),
      grace: GRACE,
      way: WAY_PATIENCE,
      none: undefined,
    }[kind];
    if (delay === undefined) return;
    const { token } = state;
    const over = () => dispatch({ type: 'timer', token });
    if (kind === 'dwell') {
      const due = performance.now() + delay;
      ahead = setTimeout(() => void prepare(token), Math.max(0, delay - AHEAD));
      timer = setTimeout(() => inNearestFrame(due, over, engine.signal), Math.max(0, delay - FRAME));
    } else {
      timer = setTimeout(() => {
        // The pointer may have stopped on another mark on its way.
        if (state.at === 'leaving') pointer.look(false);
        over();
      }, delay);
    }
  };

  /** The pointer has nearly rested long enough: what its card needs is fetched, and laid out where nobody sees it. */
  const prepare = async (token: number) => {
    if (state.at !== 'resting') return;
    const { mark } = state;
    const found = await fetchEntries(mark);
    if (found && token === state.token && !state.shown && !host.isUnwanted && engine.goesOn()) layOut(mark);
  };

  const load = async (key: object, token: number) => {
    const found = await fetchEntries(key);
    dispatch({ type: 'loaded', token, found: found && !host.isUnwanted });
  };

  /** Whether the mark's entry is there, now or after asking for it. */
  const fetchEntries = async (key: object): Promise<boolean> => {
    const known = marks.get(key);
    if (!known) return false;
    const wanted = [known.mark.entry, ...known.mark.parts];
    const now = wanted.map((index) => engine.entryNow(index));
    const [entry, ...parts] = now.every((view) => view) ? now : await Promise.all(wanted.map((i) => engine.entry(i)));
    if (entry) Object.assign(known, { entry, parts: parts.filter((part) => part !== undefined) });
    return entry !== undefined;
  };

  const layOut = (key: object) => {
    const known = marks.get(key);
    if (!known?.entry) return;
    const { mark, manner, entry, parts = [] } = known;
    showing.abort();
    showing = new AbortController();
    laidOut = key;
    host.mount.className = manner === 'sheet' ? 'fascicle sheet' : 'fascicle';
    host.mount.dataset.theme = themeFor(mark);
    reading.open(entry, mark.text, parts, manner === 'sheet');
    host.layOut(mark.container);
    if (manner === 'sheet') {
      dock(host, showing.signal);
      watchSwipe(host.mount, dismiss, showing.signal);
    } else {
      const listener = { lost: dismiss, jumped: () => reading.seen() };
      follow(host, mark, manner === 'hover' ? pointer.rest : {}, listener, showing.signal);
    }
  };

  const show = (key: object) => {
    if (laidOut !== key || marks.get(key)?.manner !== 'hover') layOut(key);
    laidOut = undefined;
    host.reveal();
    reading.revealed();
    if (marks.get(key)?.manner === 'keys') focus.take();
  };

  const hide = () => {
    laidOut = undefined;
    showing.abort();
    focus.giveBack();
    host.hide();
    reading.close();
  };

  const themeFor = (mark: PointedMark) => {
    const { theme } = engine.settings;
    return theme === 'auto' ? (shadeBehind(mark.container) ?? 'auto') : theme;
  };

  /** The identity that the machine knows a mark by: the engine may have read its text anew. */
  const keyOf = (mark: PointedMark, manner: Manner): object => {
    const known = [...marks].find(([key, { mark: other }]) => key === mark.key || isSame(mark, other));
    if (!known) {
      marks.set(mark.key, { mark, manner });
      return mark.key;
    }
    known[1].mark = mark;
    if (manner !== 'hover') known[1].manner = manner;
    return known[0];
  };
  const ask = (mark: PointedMark, manner: Manner) => dispatch({ type: 'ask', mark: keyOf(mark, manner) });

  const pointer = new PointerWatch(
    engine,
    host,
    (mark) => {
      const shown = shownMark();
      return shown !== undefined && (shown.key === mark.key || isSame(mark, shown));
    },
    {
      over: (on, fast) => dispatch({ type: 'pointer', on: typeof on === 'object' ? keyOf(on, 'hover') : on, fast }),
      asks: (mark, sheet) => ask(mark, sheet ? 'sheet' : 'click'),
      scrolled: () => dispatch({ type: 'scroll' }),
      usesCard: () => dispatch({ type: 'pin' }),
      pressedElsewhere: dismiss,
    },
  );
  watchKeys(
    host,
    focus,
    () => {
      if (!host.isOpen) return false;
      dismiss();
      return true;
    },
    engine.signal,
  );
  engine.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(ahead);
    hide();
  });

  return {
    pointerRests: (rest) => pointer.restedAt(rest),
    tapped: (tap) => pointer.tapped(tap),
    ask: (mark) => ask(mark, 'keys'),
  };
}

/** Calls `done` in the frame that is painted nearest to `due`: what waits until then is painted a frame later. */
function inNearestFrame(due: number, done: () => void, signal: AbortSignal): void {
  requestAnimationFrame((now) => {
    if (signal.aborted) return;
    if (due - now > FRAME / 2) inNearestFrame(due, done, signal);
    else done();
  });
}

function isSame(a: PointedMark, b: PointedMark): boolean {
  if (a.entry !== b.entry || a.container !== b.container) return false;
  const [one] = a.rects();
  const [other] = b.rects();
  return one !== undefined && other !== undefined && one.x === other.x && one.y === other.y;
}
