/** Document order across shadow roots: a root stands right after its host, before all that the host holds beside it. */
import { contains, isFragment, rootNodeOf } from './dom.ts';

/** Whether `a` stands before `b` on the page. */
export function isBefore(a: Node, b: Node): boolean {
  const position = Node.prototype.compareDocumentPosition.call(a, b);
  if ((position & Node.DOCUMENT_POSITION_DISCONNECTED) === 0)
    return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const first = hosts(a);
  const second = hosts(b);
  let i = 0;
  while (i < first.length - 1 && i < second.length - 1 && first[i] === second[i]) i++;
  const [one, other] = [first[i] as Node, second[i] as Node];
  if (one === other) return first.length < second.length;
  return (Node.prototype.compareDocumentPosition.call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Whether `inner` is `node` or stands in it, across shadow roots. */
export function holds(node: Node, inner: Node): boolean {
  let at = inner;
  while (!contains(node, at)) {
    const root = rootNodeOf(at);
    if (!isFragment(root)) return false;
    at = root.host;
  }
  return true;
}

/** The hosts around `node`, outermost first, then the node itself. */
function hosts(node: Node): Node[] {
  const chain = [node];
  for (;;) {
    const root = rootNodeOf(chain[0] as Node);
    if (!isFragment(root)) return chain;
    chain.unshift(root.host);
  }
}
