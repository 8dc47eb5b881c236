/** Blocks: the runs of text nodes that a reader reads as one piece, with the arithmetic between text and nodes. */
import { isInline, isLeftAlone } from './tags.ts';

/** Consecutive text nodes without a block boundary between them; what the matcher scans at once. */
export interface Block {
  readonly container: Element;
  readonly nodes: readonly Text[];
  /** Offset of each node in `text`. */
  readonly starts: readonly number[];
  readonly text: string;
}

/** A place in one text node. */
export interface Place {
  readonly node: Text;
  readonly offset: number;
}

/**
 * The nearest ancestor of `node` that breaks sentences, or undefined where its text is left alone.
 * `known` remembers the answer for each parent element asked about before.
 */
export function containerOf(node: Node, known: Map<Element, Element | undefined>): Element | undefined {
  const parent = node.parentElement;
  if (!parent) return undefined;
  if (known.has(parent)) return known.get(parent);
  let container: Element | undefined;
  if (!isLeftAlone(parent)) {
    const above = parent.parentElement ? containerOf(parent, known) : parent;
    container = above && (isInline(parent) ? above : parent);
  }
  known.set(parent, container);
  return container;
}

/** The blocks whose container is `container`, in document order; blocks nested in it are their own containers'. */
export function blocksOf(container: Element): Block[] {
  const blocks: Block[] = [];
  let nodes: Text[] = [];
  let starts: number[] = [];
  let text = '';
  const close = () => {
    if (nodes.length > 0) blocks.push({ container, nodes, starts, text });
    nodes = [];
    starts = [];
    text = '';
  };
  const collect = (parent: Node) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) {
        nodes.push(child as Text);
        starts.push(text.length);
        text += (child as Text).data;
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const element = child as Element;
        if (element.localName === 'br') text += ' ';
        else if (element.localName === 'wbr') continue;
        else if (!isInline(element)) close();
        else if (isLeftAlone(element)) text += '\uFFFC';
        else collect(element);
      }
    }
  };
  collect(container);
  close();
  return blocks;
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
