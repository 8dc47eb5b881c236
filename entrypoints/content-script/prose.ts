/** Whether what comes and goes on a page is part of a sentence. */
import { isElement, isText, nextSiblingOf, previousSiblingOf } from './dom.ts';
import { isInline } from './tags.ts';

/**
 * Whether children of a record's target that came, went or stand beside those are part of a sentence. What went and was
 * `edited` may have been, though nothing may be left of it.
 */
export function touchesProse(
  { previousSibling, nextSibling, addedNodes, removedNodes }: MutationRecord,
  edited: ReadonlySet<Node>,
): boolean {
  return (
    meetsProse(previousSibling, previousSiblingOf) ||
    meetsProse(nextSibling, nextSiblingOf) ||
    holdsProse(addedNodes) ||
    holdsProse(removedNodes) ||
    (edited.size > 0 && [...removedNodes].some((node) => edited.has(node)))
  );
}

function holdsProse(nodes: NodeList): boolean {
  for (let i = 0; i < nodes.length; i++) if (isProse(nodes[i] as Node)) return true;
  return false;
}

/** Whether `node` takes part in a sentence: text that is more than space, or an element inside one. */
function isProse(node: Node): boolean {
  return isText(node) ? !isBlank(node) : isElement(node) && isInline(node);
}

const isBlank = (node: Text): boolean => node.data.trim() === '';

/** Whether prose stands at `node` or beyond the blank text there. */
function meetsProse(node: Node | null, next: (node: Node) => Node | null): boolean {
  let at = node;
  while (at && isText(at) && isBlank(at)) at = next(at);
  return at !== null && isProse(at);
}
