/**
 * The popover's host: one element in the top layer with a closed shadow root. It is put into the page when first shown
 * and taken out when hidden; page styles cannot reach it (the reasons for each line are in docs/popover.md).
 */
import controls from '../../components/controls.css?inline';
import entryStyles from '../../components/entry.css?inline';
import tokens from '../../components/tokens.css?inline';
import { bridge } from '../content-script/bridge.ts';
import {
  boxOf,
  closest,
  contains,
  documentElement,
  isConnected,
  isFragment,
  rootNodeOf,
} from '../content-script/dom.ts';
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

/** What makes the rest of the page inert. */
const INERT_BELOW = ':modal, :fullscreen';

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
    this.element = makeDiv();
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
    this.mount = makeDiv();
    this.mount.className = 'fascicle';
    this.#root.append(this.mount);
    // A closed root hides its elements from the page, but not in Firefox, whose events name them (`originalTarget`).
    this.#root.addEventListener('click', stopForged, { capture: true });
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
    if (!parent) return;
    if (this.element.parentNode !== parent) {
      this.#watch.disconnect();
      Node.prototype.appendChild.call(parent, this.element);
      this.#watch.observe(parent, { childList: true });
      this.#watch.observe(this.element, { attributes: true });
    }
    this.#parent = parent;
    if (this.#isUp) return;
    this.#around = new Set(allThatMatch(INERT_BELOW));
    this.element.showPopover();
  }

  /** Whether the page has put a modal dialog or a fullscreen element before it since it was shown. */
  get isCovered(): boolean {
    return allThatMatch(INERT_BELOW).some((one) => !this.#around.has(one) && !contains(one, this.element));
  }

  /**
   * Comes before every popover of the page that may lie over it, and says whether there is one: no browser tells which of
   * two is in front, and one that lets clicks through can show the reader something else to click.
   */
  comesBefore(): boolean {
    const box = boxOf(this.element);
    const overlaps = allThatMatch(':popover-open').some(
      (one) => !bridge().ours.has(one) && !contains(one, this.element) && meet(box, boxOf(one)),
    );
    if (overlaps) {
      this.element.hidePopover();
      this.element.showPopover();
    }
    return overlaps;
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
    const parent = this.element.parentElement as { currentCSSZoom?: number } | null;
    return parent?.currentCSSZoom ?? 1;
  }

  #checkTaken(): void {
    if (!this.#parent || this.#isUp) return;
    this.#removals++;
    const near = this.#parent;
    if (!this.isUnwanted && isConnected(near)) {
      this.element.popover = 'manual';
      this.#raise(near);
    } else {
      this.hide();
      if (this.isUnwanted) this.#taken();
    }
  }
}

const makeDiv = (): HTMLElement => Document.prototype.createElement.call(document, 'div');

function stopForged(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

const allThatMatch = (selector: string): Element[] => [...Document.prototype.querySelectorAll.call(document, selector)];

const meet = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The innermost element in the top layer around `near`, through shadow roots; outside of it our host would be inert. */
function layerOf(near: Element): Element | null {
  for (let at: Element | undefined = near; at; ) {
    const layer = closest(at, `${INERT_BELOW}, :popover-open`);
    if (layer) return layer;
    const root = rootNodeOf(at);
    at = isFragment(root) ? root.host : undefined;
  }
  return documentElement();
}
