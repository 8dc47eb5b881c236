/** The pointer: what it rests on, what it taps, and when it must be left alone. Decides nothing about the card. */
import { type Engine, type PointedMark, Rest, type Tap } from '../content-script/bridge.ts';
import { listen } from '../content-script/dom.ts';
import { isInControl, isSelected } from './controls.ts';
import type { Host } from './host.ts';
import { LONG_PRESS } from './timings.ts';
import { distance, isOnWay, type Point } from './way.ts';

export interface PointerListener {
  over(on: PointedMark | 'card' | 'way' | 'elsewhere', fast: boolean): void;
  /** A tap or click asks for a mark's card; `sheet` where it came from a finger or pen. */
  asks(mark: PointedMark, sheet: boolean): void;
  scrolled(): void;
  usesCard(): void;
  /** A press or a tap that had nothing to do with the card. */
  pressedElsewhere(): void;
}

const MODIFIER = { alt: 'altKey', control: 'ctrlKey', shift: 'shiftKey' } as const;
const KEY = { alt: 'Alt', control: 'Control', shift: 'Shift' } as const;

/** Watches from its creation until the engine's signal. */
export class PointerWatch {
  rest = new Rest();
  readonly #engine: Engine;
  readonly #host: Host;
  readonly #listener: PointerListener;
  readonly #isShown: (mark: PointedMark) => boolean;
  #target: EventTarget | null = null;
  #under: object | undefined;
  /** Where the pointer last was on the mark whose card is shown, and how far from the card it was a look ago. */
  #left: Point | undefined;
  #away = 0;
  #held = false;
  #fast = false;
  #scheduled = false;
  #pressedAt = 0;
  #pressedOnShown = false;

  constructor(engine: Engine, host: Host, isShown: (mark: PointedMark) => boolean, listener: PointerListener) {
    this.#engine = engine;
    this.#host = host;
    this.#isShown = isShown;
    this.#listener = listener;
    this.#listen('pointermove', (event) => this.#moved(event));
    this.#listen('pointerdown', (event) => this.#pressed(event));
    this.#listen('click', (event) => {
      const { clientX: x, clientY: y, target, pointerType, timeStamp } = event as PointerEvent;
      this.tapped({ x, y, target, pointerType, held: timeStamp - this.#pressedAt });
    });
    this.#listen('scroll', ({ timeStamp }) => {
      this.rest.restart(timeStamp);
      listener.scrolled();
    });
    this.#listen('dragstart', () => listener.pressedElsewhere());
    this.#listen('pointerout', ({ relatedTarget, pointerType }) => {
      if (relatedTarget === null && pointerType !== 'touch') listener.over('elsewhere', false);
    });
    this.#listen('keydown', ({ key }) => this.#modifier(key, true));
    this.#listen('keyup', ({ key }) => this.#modifier(key, false));
  }

  /** Says what the pointer is over now. With `onWay` false the way to the card forgives nothing. */
  look(onWay = true): void {
    if (Number.isNaN(this.rest.x)) return;
    const on = this.#seen(onWay);
    this.#listener.over(on, this.#fast && typeof on === 'object' && !this.#isShown(on));
  }

  #seen(onWay: boolean): PointedMark | 'card' | 'way' | 'elsewhere' {
    if (this.#target === this.#host.element) return 'card';
    const { x, y } = this.rest;
    const mark = this.#engine.markAt(x, y);
    if (mark?.key !== this.#under) {
      this.#under = mark?.key;
      this.rest.entered();
    }
    if (mark && this.#isShown(mark)) {
      this.#left = { x, y };
      this.#away = Number.POSITIVE_INFINITY;
      return mark;
    }
    if (onWay && this.#isNearing({ x, y })) return 'way';
    return mark && this.#mayOpen(x, y) ? mark : 'elsewhere';
  }

  /** A tap that was no drag: opens a card where the page has no use for it. */
  tapped({ x, y, target, pointerType, held }: Tap): void {
    if (target === this.#host.element || held > LONG_PRESS) return;
    const finger = pointerType === 'touch' || pointerType === 'pen';
    const mark = this.#engine.markAt(x, y);
    const toggles = this.#pressedOnShown;
    this.#pressedOnShown = false;
    const asks = finger || this.#engine.settings.openOn === 'click';
    if (mark && asks && !toggles && !this.#isShown(mark) && !isInControl(target) && isNothingSelected()) {
      this.#listener.asks(mark, finger);
    } else if (finger) this.#listener.pressedElsewhere();
  }

  /** The pointer went to rest while the code was on its way. */
  restedAt(rest: Rest): void {
    this.rest = rest;
    this.#held = this.#engine.settings.openOn !== 'modifier';
    this.look();
  }

  #listen<K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void): void {
    const trusted = (event: DocumentEventMap[K]) => {
      if (event.isTrusted) listener(event);
    };
    listen(document, type, trusted, this.#engine.signal, { capture: true, passive: true });
  }

  #moved(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    this.#fast = this.rest.moved(event);
    this.#target = event.target;
    this.#held = event[MODIFIER[this.#engine.settings.modifier]];
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      if (!this.#engine.signal.aborted) this.look();
    });
  }

  #pressed({ target, pointerType, clientX, clientY, timeStamp }: PointerEvent): void {
    this.#pressedAt = timeStamp;
    if (target === this.#host.element) {
      this.#listener.usesCard();
      return;
    }
    const mark = this.#host.isOpen ? this.#engine.markAt(clientX, clientY) : undefined;
    this.#pressedOnShown = mark !== undefined && this.#isShown(mark);
    // A finger that comes down may be about to scroll; its tap is heard of as a click.
    if (pointerType !== 'touch') this.#listener.pressedElsewhere();
  }

  #modifier(key: string, down: boolean): void {
    const { openOn, modifier } = this.#engine.settings;
    if (openOn !== 'modifier' || key !== KEY[modifier] || this.#held === down) return;
    this.#held = down;
    if (down) this.look();
  }

  #isNearing(point: Point): boolean {
    if (!this.#left || !this.#host.isOpen) return false;
    const card = this.#host.element.getBoundingClientRect();
    const away = distance(point, card);
    const nearer = away < this.#away;
    this.#away = away;
    return nearer && isOnWay(point, this.#left, card);
  }

  /** Whether a rest on a mark here opens its card, by the reader's choice. */
  #mayOpen(x: number, y: number): boolean {
    const { openOn } = this.#engine.settings;
    if (openOn === 'modifier' && !this.#held) return false;
    // The page has its own use for a click on a control; there hovering has to do.
    if (openOn === 'click' && !isInControl(this.#target)) return false;
    return !isSelected(x, y);
  }
}

function isNothingSelected(): boolean {
  return getSelection()?.isCollapsed ?? true;
}
