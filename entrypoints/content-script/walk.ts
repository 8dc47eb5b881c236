/** The walk over a tree that both scripts make: its text, and the elements that may hold a tree of their own. */
import { isElement, iterate, nameOf, nodeTypeOf, parentOf } from './dom.ts';

/** Nodes between two looks at the clock. */
const NODES = 50;
/** Characters that count as one node more. */
const CHARACTERS = 200;
/** Only a longer text is worth asking whether it is a program's. */
const LONG = 100;

/** Hands each text node and each element below `root` (itself included) out; yields where the page may go first. */
export function* walk(root: Node, text: (node: Text) => void, element: (node: Element) => void): Generator<void> {
  const nodes = iterate(root);
  let count = 0;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (nodeTypeOf(node) === Node.ELEMENT_NODE) element(node as Element);
    else {
      const { length } = node as Text;
      if (length < LONG || !isProgram(node as Text)) text(node as Text);
      count += length / CHARACTERS;
    }
    if (++count > NODES) {
      count = 0;
      yield;
    }
  }
}

function isProgram(node: Text): boolean {
  const parent = parentOf(node);
  if (!parent || !isElement(parent)) return false;
  const name = nameOf(parent);
  return name === 'script' || name === 'style' || name === 'noscript' || name === 'textarea';
}
