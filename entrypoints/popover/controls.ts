/** What the page has its own use for: its controls, and what the reader has selected in it. */
import { closest, parentElementOf } from '../content-script/dom.ts';

const CONTROL = [
  'a[href]',
  'area',
  'button',
  'input',
  'select',
  'textarea',
  'label',
  'summary',
  'option',
  '[contenteditable]',
  '[onclick]',
  ...['button', 'link', 'tab', 'menuitem', 'checkbox', 'radio', 'switch', 'option', 'treeitem'].map(
    (role) => `[role=${role}]`,
  ),
].join(',');

/** Whether a click on `target` does something of the page's own. A hand as pointer is how pages say so. */
export function isInControl(target: EventTarget | null): boolean {
  const element = target instanceof Element ? target : target instanceof Node ? parentElementOf(target) : null;
  if (!element) return false;
  return closest(element, CONTROL) !== null || getComputedStyle(element).cursor === 'pointer';
}

/** Whether the character at a point of the viewport is selected: its reader is about to copy, not to ask. */
export function isSelected(x: number, y: number): boolean {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  const caret = Document.prototype.caretPositionFromPoint.call(document, x, y);
  return caret !== null && selection.getRangeAt(0).isPointInRange(caret.offsetNode, caret.offset);
}
