/** Blocks: the runs of text nodes that a reader reads as one piece, with the arithmetic between text and nodes. */
import { firstChildOf, isElement, isFragment, isText, nameOf, nextSiblingOf, parentOf } from './dom.ts';
import { isLeftAloneNow } from './quiet-editors.ts';
import { isInline } from './tags.ts';

/** What breaks sentences: an element that is not inline, or a shadow root. */
export type Container = Element | ShadowRoot;

/** Consecutive text nodes without a block boundary between them; what the matcher scans at once. */
export interface Block {
  readonly container: Container;
  readonly nodes: readonly Text[];
  /** Offset in `text` at which each node's first character stands, or would stand where only its end is in the block. */
  readonly starts: readonly number[];
  readonly text: string;
}

/** A place in one text node. */
export interface Place {
  readonly node: Text;
  readonly offset: number;
}

/** Longest text of a block, in UTF-16 code units; longer ones are cut. The messages to the background allow a little more. */
export const MOST_TEXT = 6000;
/** How far back a cut looks for the end of a line, a sentence or at least a word. */
const CUT_REACH = 1000;
const ENDS = ['\n', '. ', ' '];
/** Nodes between two chances for the page to go first. */
const NODES = 200;

/** Answers of `containerOf` for parents asked about before; for one pass over a page that does not change meanwhile. */
export type Known = Map<Node, Container | undefined>;

/** The container that `node` is part of, or undefined where its text is left alone. */
export function containerOf(node: Node, known: Known): Container | undefined {
  return containerIn(parentOf(node), known);
}

/** The container of text that stands directly in `parent`, or undefined where it is left alone. */
export function containerIn(parent: Node | null, known: Known): Container | undefined {
  const chain: (Element | ShadowRoot)[] = [];
  let above: Container | undefined;
  let isTop = true;
  for (let at = parent; at; at = isFragment(at) ? at.host : parentOf(at)) {
    if (known.has(at)) {
      above = known.get(at);
      isTop = false;
      break;
    }
    if (isElement(at) || isFragment(at)) chain.push(at);
  }
  for (let at = chain.pop(); at; at = chain.pop()) {
    if (!isTop && !above) above = undefined;
    else if (isFragment(at)) above = at;
    else if (isLeftAloneNow(at)) above = undefined;
    else if (!above || !isInline(at)) above = at;
    isTop = false;
    known.set(at, above);
  }
  return above;
}

/**
 * The blocks of `container` in document order; blocks nested in it are their own containers'. Yields undefined where the
 * page may go first; ends early when the page moved the place that was being read.
 */
export function* readBlocks(container: Container): Generator<Block | undefined> {
  let nodes: Text[] = [];
  let starts: number[] = [];
  let text = '';
  let count = 0;
  const close = () => {
    const block = nodes.length > 0 ? { container, nodes, starts, text } : undefined;
    nodes = [];
    starts = [];
    text = '';
    return block;
  };
  let node = firstChildOf(container);
  while (node) {
    let below: Node | null = null;
    if (isText(node)) {
      const { data } = node;
      let from = 0;
      while (text.length + data.length - from > MOST_TEXT) {
        const cut = cutBefore(data, from, from + MOST_TEXT - text.length);
        nodes.push(node);
        starts.push(text.length - from);
        text += data.slice(from, cut);
        yield close();
        from = cut;
      }
      nodes.push(node);
      starts.push(text.length - from);
      text += data.slice(from);
    } else if (isElement(node)) {
      const isBreak = nameOf(node) === 'br';
      if ((!isBreak && !isInline(node)) || text.length >= MOST_TEXT) {
        const block = close();
        if (block) yield block;
      }
      if (isBreak) text += ' ';
      else if (isInline(node)) {
        if (isLeftAloneNow(node)) text += '\uFFFC';
        else below = firstChildOf(node);
      }
    }
    if (++count % NODES === 0) yield undefined;
    node = below ?? after(node, container);
  }
  const block = close();
  if (block) yield block;
}

/** What follows `node` and its children inside `container`, in document order. */
function after(node: Node, container: Container): Node | null {
  for (let at: Node | null = node; at && at !== container; at = parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}

/** The best place up to `limit` to cut a text at; `limit` itself where there is none near. */
function cutBefore(data: string, from: number, limit: number): number {
  const low = Math.max(from, limit - CUT_REACH);
  const near = data.slice(low, limit);
  for (const end of ENDS) {
    const at = near.lastIndexOf(end);
    if (at >= 0) return low + at + end.length;
  }
  return limit;
}

/** Where offset `offset` of the block's text stands; at the border of two nodes the end of the first (`end`) or the start of the second. */
export function placeOf({ nodes, starts }: Block, offset: number, end: boolean): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = starts[middle] as number;
    if (end ? start < offset : start <= offset) low = middle;
    else high = middle - 1;
  }
  const node = nodes[low] as Text;
  return { node, offset: Math.min(offset - (starts[low] as number), node.length) };
}
