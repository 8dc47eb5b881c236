/**
 * The popover's host: one element in the top layer with a closed shadow root. It is put into the page when first shown
 * and taken out when hidden; page styles cannot reach it (the reasons for each line are in docs/popover.md).
 */
import controls from '../../components/controls.css?inline';
import entryStyles from '../../components/entry.css?inline';
import tokens from '../../components/tokens.css?inline';
import { bridge } from '../content-script/bridge.ts';
import card from './card.css?inline';
import { REMOVALS } from './timings.ts';

/** `!important` inside the root wins against every rule of the page, its own `!important` included. */
const ARMOUR = `
:host {
  all: initial !important; display: flex !important; position: fixed !important; inset: auto !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; direction: ltr !important;
  overflow: visible !important; background: none !important; width: auto !important; height: auto !important;
}
:host(:not(:popover-open)) { display: none !important; }
:host::before, :host::after, :host::backdrop { content: none !important; display: none !important; }
`;

export class Host {
  readonly element: HTMLElement;
  /** Where the card is rendered. */
  readonly mount: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #position = new CSSStyleSheet();
  readonly #taken: () => void;
  readonly #watch = new MutationObserver(() => this.#checkTaken());
  #parent: Element | undefined;
  /** What was on top already when it was shown. */
  #around: ReadonlySet<Element> = new Set();
  #removals = 0;
  #isHidden = false;
  #place: Readonly<Record<string, string>> = {};
  #rule = '';

  /** `taken` is called when the page took the card away for the last time: it is shown no more. */
  constructor(taken: () => void) {
    this.#taken = taken;
    this.element = document.createElement('div');
    this.element.popover = 'manual';
    bridge().ours.add(this.element);
    this.#root = this.element.attachShadow({ mode: 'closed' });
    const shared = bridge();
    shared.own ??= new WeakSet();
    shared.own.add(this.#root);
    this.#root.adoptedStyleSheets = [
      ...[ARMOUR, tokens, controls, entryStyles, card].map((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      }),
      this.#position,
    ];
    this.mount = document.createElement('div');
    this.mount.className = 'fascicle';
    this.#root.append(this.mount);
  }

  /** Whether the reader sees it. */
  get isOpen(): boolean {
    return this.#isUp && !this.#isHidden;
  }

  get #isUp(): boolean {
    return this.element.isConnected && this.element.matches(':popover-open');
  }

  /** The element in it that has the focus. */
  get focused(): Element | null {
    return this.#root.activeElement;
  }

  /** Whether the page took it away so often that it stays away. */
  get isUnwanted(): boolean {
    return this.#removals >= REMOVALS;
  }

  /**
   * Puts the host above everything, inside the open dialog or fullscreen element where `near` stands in one. It is laid
   * out, but out of sight until `reveal`, unless it was in sight before.
   */
  layOut(near: Element): void {
    if (this.isUnwanted) return;
    if (!this.#isUp) this.#isHidden = true;
    this.#raise(near);
    this.#applyPlace();
  }

  reveal(): void {
    if (!this.#isHidden) return;
    this.#isHidden = false;
    this.#applyPlace();
  }

  #raise(near: Element): void {
    const parent = layerOf(near);
    if (this.element.parentNode !== parent) {
      this.#watch.disconnect();
      parent.append(this.element);
      this.#watch.observe(parent, { childList: true });
      this.#watch.observe(this.element, { attributes: true });
    }
    this.#parent = parent;
    if (this.#isUp) return;
    this.#around = new Set(topmost());
    this.element.showPopover();
  }

  /** Whether the page has put a modal dialog or a fullscreen element before it since it was shown. */
  get isCovered(): boolean {
    return topmost().some((element) => !this.#around.has(element) && !element.contains(this.element));
  }

  hide(): void {
    this.#parent = undefined;
    this.#watch.disconnect();
    if (this.#isUp) this.element.hidePopover();
    this.element.remove();
  }

  /** Sets the host's own place: declarations such as `left: 1px; top: 2px`. */
  place(declarations: Readonly<Record<string, string>>): void {
    this.#place = declarations;
    this.#applyPlace();
  }

  #applyPlace(): void {
    const declarations = { ...this.#place, ...(this.#isHidden && { visibility: 'hidden' }) };
    const lines = Object.entries(declarations).map(([name, value]) => `${name}: ${value} !important;`);
    const rule = `:host { ${lines.join(' ')} }`;
    if (rule === this.#rule) return;
    this.#rule = rule;
    this.#position.replaceSync(rule);
  }

  /** Zoom that the page gives to everything in it; the host's place has to take it back. */
  get pageZoom(): number {
    const parent = this.element.parentElement ?? document.documentElement;
    return (parent as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  }

  #checkTaken(): void {
    if (!this.#parent || this.#isUp) return;
    this.#removals++;
    const near = this.#parent;
    if (!this.isUnwanted && near.isConnected) {
      this.element.popover = 'manual';
      this.#raise(near);
    } else {
      this.hide();
      if (this.isUnwanted) this.#taken();
    }
  }
}

/** Everything that makes the rest of the page inert. */
const topmost = () => [...document.querySelectorAll(':modal, :fullscreen')];

/** The innermost element in the top layer around `near`, through shadow roots; outside of it our host would be inert. */
function layerOf(near: Element): Element {
  for (let at: Element | undefined = near; at; ) {
    const layer = at.closest(':modal, :fullscreen, :popover-open');
    if (layer) return layer;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return document.documentElement;
}
