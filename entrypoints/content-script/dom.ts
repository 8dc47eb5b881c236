/**
 * The DOM as the browser made it. A page can give a form or the document children that shadow their properties
 * (`<form><input name=firstChild>`), in our world too; the prototypes' own getters cannot be fooled.
 */

function getter<Owner extends object, T>(owner: Owner, name: string): (node: Owner) => T {
  const get = Object.getOwnPropertyDescriptor(owner, name)?.get;
  if (!get) throw new Error(`This browser has no ${name}.`);
  return (node) => get.call(node);
}

export const parentOf = getter<Node, Node | null>(Node.prototype, 'parentNode');
export const firstChildOf = getter<Node, Node | null>(Node.prototype, 'firstChild');
export const nextSiblingOf = getter<Node, Node | null>(Node.prototype, 'nextSibling');
export const previousSiblingOf = getter<Node, Node | null>(Node.prototype, 'previousSibling');
/** Whether `node` stands in this frame's document, and not in another that it was moved to. */
export const isConnected = (node: Node): boolean => isInTree(node) && (ownerOf(node) ?? node) === document;
const isInTree = getter<Node, boolean>(Node.prototype, 'isConnected');
const ownerOf = getter<Node, Document | null>(Node.prototype, 'ownerDocument');
export const nodeTypeOf = getter<Node, number>(Node.prototype, 'nodeType');
export const nameOf = getter<Element, string>(Element.prototype, 'localName');
export const openRootOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const parentElementOf = getter<Node, Element | null>(Node.prototype, 'parentElement');
export const slotOf = getter<Element, Element | null>(Element.prototype, 'assignedSlot');
export const documentElement = (): Element | null => documentElementOf(document);
const documentElementOf = getter<Document, Element | null>(Document.prototype, 'documentElement');
export const scrollingElement = (): Element | null => scrollingElementOf(document) ?? documentElement();
const scrollingElementOf = getter<Document, Element | null>(Document.prototype, 'scrollingElement');
export const isShown = (): boolean => visibilityOf(document) === 'visible';
const visibilityOf = getter<Document, DocumentVisibilityState>(Document.prototype, 'visibilityState');

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const hasAttributes = (element: Element): boolean => Element.prototype.hasAttributes.call(element);
/** Whether keys pressed in `element` go to a text that the page keeps: an editor without any attribute. Only Chromium has these. */
export const hasEditContext = (element: Element): boolean =>
  editContextOf !== undefined && element instanceof HTMLElement && editContextOf.call(element) !== null;
const editContextOf = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'editContext')?.get;
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

/** Whether `element` is rendered, or would be once its reader comes near. */
export const isVisible = (element: Element, options?: CheckVisibilityOptions): boolean =>
  Element.prototype.checkVisibility.call(element, options);
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
/** The document or shadow root that `node` stands in; the top of what it stands in where that is in neither. */
export const rootNodeOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

/** Whether `inner` is `node` or stands in it; shadow roots are trees of their own. */
export const contains = (node: Node, inner: Node): boolean => Node.prototype.contains.call(node, inner);

export const isText = (node: Node): node is Text => nodeTypeOf(node) === Node.TEXT_NODE;
export const isElement = (node: Node): node is Element => nodeTypeOf(node) === Node.ELEMENT_NODE;
/** A shadow root: the only fragment that can be part of a page. */
export const isFragment = (node: Node): node is ShadowRoot => nodeTypeOf(node) === Node.DOCUMENT_FRAGMENT_NODE;

/** The text nodes and elements (or only what `show` says) below `root`, itself included, in document order; goes on where it was when nodes are removed meanwhile. */
export const iterate = (root: Node, show = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT): NodeIterator =>
  Document.prototype.createNodeIterator.call(document, root, show);

/** Listens to a target whose `addEventListener` the page may have shadowed. */
export function listen<E extends Event>(
  target: EventTarget,
  type: string,
  listener: (event: E) => void,
  signal: AbortSignal,
  options: AddEventListenerOptions = {},
): void {
  EventTarget.prototype.addEventListener.call(target, type, listener as EventListener, { ...options, signal });
}
