/** What the card shows and what its buttons do: the trail of entries that the reader opened, and the way back. */
import { h, render } from 'preact';
import { t } from '../../components/words.ts';
import { citation } from '../../core/knowledge/cite.ts';
import { type Part, partsOf } from '../../core/knowledge/parts.ts';
import type { EntryView } from '../../core/knowledge/view.ts';
import { Card, type CardActions } from './Card.tsx';
import { send } from './send.ts';
import { ARMED_AFTER, DONE_SHOWS, REST_AT_LATEST } from './timings.ts';

/** What the controller does for the card. */
export interface Desk {
  /** Says what was done, in place of the card, and lets the reader undo it. */
  done(text: string, undo: () => void): void;
  close(): void;
  /** Whether the extension is still there: without it a card has no words. */
  goesOn(): boolean;
  /** Brings the card before what may lie over it; whether there is any such thing. */
  comesBefore(): boolean;
}

export class Reading {
  readonly #mount: HTMLElement;
  readonly #desk: Desk;
  #trail: readonly EntryView[] = [];
  /** What the words on the page are made of. */
  #parts: readonly Part[] = [];
  #sheet = false;
  #copied: true | string | undefined;
  #whole = false;
  #seenAt = 0;

  constructor(mount: HTMLElement, desk: Desk) {
    this.#mount = mount;
    this.#desk = desk;
  }

  /** Draws an entry from its top: what fits at once, the rest when it is seen. `text` and `parts` are the mark's. */
  open(entry: EntryView, text: string, parts: readonly EntryView[], sheet: boolean): void {
    this.#trail = [entry];
    this.#parts = partsOf(entry, text, parts);
    this.#sheet = sheet;
    this.#begin();
  }

  close(): void {
    this.#trail = [];
    render(null, this.#mount);
  }

  /** The card is on the screen: what is below its fold may follow. */
  revealed(): void {
    this.seen();
    this.#drawRest();
  }

  /** The reader sees the card at this place from now on; effects wait until they had time to. */
  seen(): void {
    this.#seenAt = performance.now();
  }

  #begin(): void {
    this.#copied = undefined;
    this.#whole = false;
    this.#draw();
    this.#mount.querySelector('.card')?.scrollTo(0, 0);
  }

  #drawRest(): void {
    const { entry } = this;
    const draw = () => {
      if (this.entry !== entry) return;
      this.#whole = true;
      this.#draw();
    };
    requestAnimationFrame(() => requestIdleCallback(draw, { timeout: REST_AT_LATEST }));
  }

  #draw(): void {
    const { entry } = this;
    if (!entry || !this.#desk.goesOn()) return;
    const hasBack = this.#trail.length > 1;
    const props = {
      entry,
      parts: hasBack ? [] : this.#parts,
      whole: this.#whole,
      hasBack,
      sheet: this.#sheet,
      copied: this.#copied,
      actions: this.#actions,
    };
    render(h(Card, props), this.#mount);
  }

  get entry(): EntryView | undefined {
    return this.#trail.at(-1);
  }

  readonly #actions: CardActions = {
    openEntry: (id) => void this.#openRelated(id),
    back: () => {
      this.#trail = this.#trail.slice(0, -1);
      this.#begin();
      this.#drawRest();
      this.#focusCard();
    },
    copy: () => void this.#copy(),
    hideTerm: () =>
      this.#change(({ id, name }) => {
        void send({ type: 'hide-term', id, hidden: true });
        this.#desk.done(t('popover.hidden', [name]), () => void send({ type: 'hide-term', id, hidden: false }));
      }),
    switchOffHere: () =>
      this.#change(() => {
        void send({ type: 'switch-own-site', on: false });
        this.#desk.done(t('popover.switchedOff'), () => void send({ type: 'switch-own-site', on: true }));
      }),
    openPanel: () => this.#act(({ id }) => void send({ type: 'open-panel', id })),
    close: () => this.#desk.close(),
  };

  /** Effects outside the card need a card that the reader had time to see where it is. */
  #act(act: (entry: EntryView) => void): void {
    const { entry } = this;
    if (entry && performance.now() - this.#seenAt >= ARMED_AFTER && this.#desk.goesOn()) act(entry);
  }

  /** What is stored is changed by a press on the card itself, and on nothing that the page may show in its place. */
  #change(act: (entry: EntryView) => void): void {
    if (!this.#desk.comesBefore()) this.#act(act);
  }

  async #openRelated(id: string): Promise<void> {
    const from = this.entry;
    const entry = (await send({ type: 'entry', id })) as EntryView | null | undefined;
    if (!entry || !('facts' in entry) || this.entry !== from) return;
    this.#trail = [...this.#trail, entry];
    this.#begin();
    this.#drawRest();
    this.#focusCard();
  }

  /** What had the focus is gone with the entry before. */
  #focusCard(): void {
    this.#mount.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
  }

  async #copy(): Promise<void> {
    const { entry } = this;
    if (!entry) return;
    const text = citation(entry);
    try {
      await navigator.clipboard.writeText(text);
      this.#copied = true;
    } catch {
      // Not a secure page, or one that forbids it: the reader copies by hand.
      this.#copied = text;
    }
    if (this.entry !== entry) return;
    this.#draw();
    this.#mount.querySelector('textarea')?.select();
    if (this.#copied === true) {
      setTimeout(() => {
        if (this.entry !== entry) return;
        this.#copied = undefined;
        this.#draw();
      }, DONE_SHOWS);
    }
  }
}
