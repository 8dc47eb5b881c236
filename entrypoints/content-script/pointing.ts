/** Which mark is under a point: the caret there, its container's marks, and their rectangles. */
import { containerOf } from './blocks.ts';
import { contains, nameOf } from './dom.ts';
import type { IndexedMatch } from './indexed-match.ts';
import type { Painter } from './painter.ts';
import { rootOf } from './roots.ts';

/** Pixels beyond a mark's rectangle that still count as on it. */
const SLACK = 2;
/** Elements over one another that are looked through; more are a pile nobody reads. */
const DEEPEST = 16;
/** Elements that show something of their own over whatever they cover. */
const OPAQUE = new Set([
  'img',
  'video',
  'canvas',
  'iframe',
  'object',
  'embed',
  'picture',
  'input',
  'textarea',
  'select',
]);

/** The mark at a point of the viewport, or undefined. */
export function markAt(x: number, y: number, painter: Painter): IndexedMatch | undefined {
  const caret = Document.prototype.caretPositionFromPoint.call(document, x, y, { shadowRoots: rootsAt(x, y, painter) });
  const node = caret?.offsetNode;
  if (node?.nodeType === Node.TEXT_NODE) {
    const container = containerOf(node, new Map());
    const mark = container && painter.marksIn(container).find((candidate) => isOn(candidate, x, y));
    if (mark) return mark;
    if (isAtCharacter(node as Text, caret?.offset ?? 0, x, y)) return undefined;
  }
  return markBelow(x, y, painter);
}

/** Whether the text at a point of the viewport, a paragraph or a cell, holds any mark. */
export function isNearMark(x: number, y: number, painter: Painter): boolean {
  const node = Document.prototype.caretPositionFromPoint.call(document, x, y)?.offsetNode;
  const container = node?.nodeType === Node.TEXT_NODE ? containerOf(node, new Map()) : undefined;
  return container !== undefined && painter.marksIn(container).length > 0;
}

/** The shadow roots around the point, outermost first; the caret enters those alone that it is given. */
function rootsAt(x: number, y: number, painter: Painter): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  if (!painter.entersRoots) return roots;
  let element = Document.prototype.elementFromPoint.call(document, x, y);
  while (element) {
    const root = rootOf(element);
    if (!root || roots.includes(root)) break;
    roots.push(root);
    element = root.elementFromPoint(x, y);
  }
  return roots;
}

/** The mark's rectangles, a line each; none where its text is gone, cut or not rendered. */
export function rectsOf({ range }: IndexedMatch): DOMRect[] {
  if (!range.startContainer.isConnected || !range.endContainer.isConnected) return [];
  const live = new Range();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text was cut since; the index hears of it in a moment.
    return [];
  }
  return [...live.getClientRects()].filter(({ width }) => width > 0);
}

function isOn(mark: IndexedMatch, x: number, y: number): boolean {
  return rectsOf(mark).some((rect) => holds(rect, x, y));
}

function holds(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK;
}

/** Whether the point is on a character next to the caret, so that nothing can lie between it and the reader. */
function isAtCharacter(node: Text, offset: number, x: number, y: number): boolean {
  const range = new Range();
  range.setStart(node, Math.max(0, offset - 1));
  range.setEnd(node, Math.min(node.length, offset + 1));
  return [...range.getClientRects()].some((rect) => holds(rect, x, y));
}

/**
 * The mark that can be seen through what lies over it: a stretched link, a transparent layer for clicks. The caret does
 * not look through these.
 */
function markBelow(x: number, y: number, painter: Painter): IndexedMatch | undefined {
  const pile = Document.prototype.elementsFromPoint.call(document, x, y).slice(0, DEEPEST);
  for (const [depth, element] of pile.entries()) {
    const marks = painter.marksIn(element);
    const mark = marks.find((candidate) => isOn(candidate, x, y));
    if (!mark) continue;
    const above = pile.slice(0, depth).filter((other) => !contains(element, other));
    return above.some(hides) ? undefined : mark;
  }
  return undefined;
}

function hides(element: Element): boolean {
  if (OPAQUE.has(nameOf(element))) return true;
  const { backgroundColor, backgroundImage, backdropFilter, opacity } = getComputedStyle(element);
  if (opacity === '0') return false;
  const isClear = backgroundColor === 'transparent' || /[,/] ?0(\.0+)?\)$/.test(backgroundColor);
  return !isClear || backgroundImage !== 'none' || (backdropFilter !== undefined && backdropFilter !== 'none');
}
