/**
 * The popover's host: one element in the top layer with a closed shadow root. It is put into the page when first shown
 * and taken out when hidden; page styles cannot reach it (the reasons for each line are in docs/popover.md).
 */
import controls from '../../components/controls.css?inline';
import entryStyles from '../../components/entry.css?inline';
import tokens from '../../components/tokens.css?inline';
import card from './card.css?inline';

/** `!important` inside the root wins against every rule of the page, its own `!important` included. */
const ARMOUR = `
:host {
  all: initial !important; display: block !important; position: fixed !important; inset: auto !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; direction: ltr !important;
  overflow: visible !important; background: none !important; opacity: 1 !important; visibility: visible !important;
  pointer-events: auto !important; transform: none !important; filter: none !important;
  left: var(--x, 0) !important; top: var(--y, 0) !important;
}
:host(:not(:popover-open)) { display: none !important; }
`;

export class Host {
  readonly element: HTMLElement;
  /** Where the card is rendered. */
  readonly mount: HTMLElement;
  readonly #position = new CSSStyleSheet();

  constructor() {
    this.element = document.createElement('div');
    this.element.popover = 'manual';
    const root = this.element.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [
      ...[ARMOUR, tokens, controls, entryStyles, card].map((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      }),
      this.#position,
    ];
    this.mount = document.createElement('div');
    this.mount.className = 'fascicle';
    root.append(this.mount);
  }

  get isOpen(): boolean {
    return this.element.isConnected && this.element.matches(':popover-open');
  }

  /** Shows the host above everything: inside the open dialog or fullscreen element where `near` stands in one. */
  show(near: Element): void {
    const parent = near.closest('dialog:modal, :fullscreen, :popover-open') ?? document.documentElement;
    if (this.element.parentNode !== parent) parent.append(this.element);
    if (!this.isOpen) this.element.showPopover();
  }

  hide(): void {
    if (this.isOpen) this.element.hidePopover();
    this.element.remove();
  }

  /** Puts the host's top left corner at a point of the viewport. */
  moveTo(x: number, y: number): void {
    this.#position.replaceSync(`:host { --x: ${Math.round(x)}px; --y: ${Math.round(y)}px; }`);
  }
}
