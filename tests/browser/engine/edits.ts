/** Random edits of a small tree, as a page might make them. */
import fc from 'fast-check';

export interface Edit {
  readonly kind:
    | 'text'
    | 'inline'
    | 'block'
    | 'html'
    | 'remove'
    | 'move'
    | 'wrap'
    | 'unwrap'
    | 'replace'
    | 'away'
    | 'data'
    | 'cut'
    | 'split'
    | 'normalize'
    | 'attribute'
    | 'class'
    | 'shadow';
  /** Where, as fractions of the nodes there are. */
  readonly at: number;
  readonly to: number;
  readonly words: readonly string[];
  readonly pick: number;
}

const WORDS = [
  ...[
    'magnesium',
    'magne',
    'sium',
    'alpha lima sierra (ALS)',
    'amyotrophic lateral sclerosis (ALS)',
    'back',
    'pain',
    'back pain',
    'low',
    'blood',
    'sugar',
    'zinc',
    ' ',
    ' ',
    '\n',
    '. ',
  ],
  ...['restless', 'legs', 'ALS', 'als', 'fasciculation', '-', 'vitamin ', 'B', '12', 'word', 'MAGNESIUM', 'é', ''],
];
const INLINE = ['b', 'span', 'a', 'code', 'sub', 'br', 'wbr', 'my-inline'];
const BLOCK = ['p', 'div', 'li', 'section', 'pre', 'td', 'textarea', 'x-block', 'details'];
const HTML = [
  '<p>low <b>blood</b> sugar</p>',
  '<ul>\n<li>zinc</li>\n<li>magne<i>sium</i></li>\n</ul>',
  'back <div>zinc</div> pain',
  '<!-- c -->restless <!-- d -->legs',
  '<code>zinc</code> and <kbd>ALS</kbd>',
  '<span>back <p>zinc</p></span> pain',
  '',
];
const ATTRIBUTES: readonly (readonly [string, string | null])[] = [
  ['contenteditable', 'true'],
  ['contenteditable', 'false'],
  ['contenteditable', null],
  ['translate', 'no'],
  ['translate', null],
  ['aria-hidden', 'true'],
  ['lang', 'de'],
  ['lang', 'en'],
  ['role', 'textbox'],
  ['role', null],
];

/** Evenly spread, unlike `fc.double`, of which nearly all are next to nothing. */
export const fraction = fc.nat(999).map((thousandth) => thousandth / 1000);

export const edits: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(
    'text',
    'text',
    'inline',
    'block',
    'html',
    'remove',
    'remove',
    'move',
    'move',
    'wrap',
    'unwrap',
    'replace',
    'away',
    'data',
    'data',
    'cut',
    'split',
    'normalize',
    'attribute',
    'class',
    'shadow',
  ),
  at: fraction,
  to: fraction,
  words: fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }),
  pick: fc.nat(1000),
});

const choose = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;

/** Does one edit inside `playground`. */
export function perform({ kind, at, to, words, pick }: Edit, playground: HTMLElement): void {
  const nodes = nodesIn(playground);
  const node = nodes[Math.floor(at * nodes.length)] as Node;
  const other = nodes[Math.floor(to * nodes.length)] as Node;
  const text = words.join('');
  const parent = node instanceof Text ? (node.parentNode as Node) : node;
  const place = parent.childNodes[Math.floor(to * (parent.childNodes.length + 1))] ?? null;
  const data = node instanceof Text ? node : undefined;
  switch (kind) {
    case 'text':
      parent.insertBefore(document.createTextNode(text), place);
      break;
    case 'inline':
    case 'block': {
      const element = document.createElement(choose(kind === 'inline' ? INLINE : BLOCK, pick));
      element.textContent = text;
      parent.insertBefore(element, place);
      break;
    }
    case 'html':
      if (parent instanceof HTMLElement && parent !== playground) parent.innerHTML = choose(HTML, pick);
      break;
    case 'remove':
      if (node !== playground && node.parentNode) node.parentNode.removeChild(node);
      break;
    case 'move':
      if (
        node !== playground &&
        !(node instanceof ShadowRoot) &&
        !(other instanceof Text) &&
        !node.contains(other) &&
        !isRootIn(other, node)
      )
        other.insertBefore(node, childAt(other, pick));
      break;
    case 'wrap':
      if (node !== playground && node.parentNode) {
        const wrapper = document.createElement(choose([...INLINE, ...BLOCK], pick));
        node.parentNode.replaceChild(wrapper, node);
        wrapper.append(node);
      }
      break;
    case 'unwrap':
      if (parent instanceof Element && parent !== playground) parent.replaceWith(...parent.childNodes);
      break;
    case 'replace':
      if (parent !== playground) (parent as Element).replaceChildren(...words);
      break;
    case 'away': {
      // Where nobody watches, and back.
      if (node === playground || !node.parentNode) break;
      const [from, next] = [node.parentNode, node.nextSibling];
      new DocumentFragment().append(node);
      for (const one of nodesIn(node)) if (one instanceof Text) one.data = text;
      from.insertBefore(node, next);
      break;
    }
    case 'data':
      if (data) data.data = text;
      break;
    case 'cut':
      data?.replaceData(Math.floor(to * data.length), 3, text);
      break;
    case 'split':
      data?.splitText(Math.floor(to * data.length));
      break;
    case 'normalize':
      playground.normalize();
      break;
    case 'attribute': {
      const [name, value] = choose(ATTRIBUTES, pick);
      if (!(parent instanceof Element) || parent === playground) break;
      if (value === null) parent.removeAttribute(name);
      else parent.setAttribute(name, value);
      break;
    }
    case 'class':
      // A class alone is not looked at where no text stands yet, nor inside a sentence that may hold no term.
      if (
        parent instanceof Element &&
        parent !== playground &&
        (parent.textContent !== '' || parent.shadowRoot) &&
        !parent.matches('a, b, i, slot, span, sub, wbr')
      )
        parent.className = choose(['CodeMirror', 'plain', 'wide cm-editor', ''], pick);
      break;
    case 'shadow': {
      const host = parent.appendChild(document.createElement(choose(['x-host', 'div'], pick)));
      host.attachShadow({ mode: 'open' }).innerHTML = `<p>${text}</p>zinc <slot></slot>`;
      host.append(choose(['', 'magnesium'], pick >> 1));
    }
  }
}

const childAt = (node: Node, pick: number): Node | null => node.childNodes[pick % (node.childNodes.length + 1)] ?? null;

/** All nodes in a playground that can be edited, its shadow roots' too. */
function nodesIn(root: Node): Node[] {
  const found: Node[] = [root];
  for (const child of root.childNodes)
    if (child instanceof Text || child instanceof Element) found.push(...nodesIn(child));
  if (root instanceof Element && root.shadowRoot) found.push(...nodesIn(root.shadowRoot));
  return found;
}

/** Whether `node` stands in a shadow root below `above`. */
function isRootIn(node: Node, above: Node): boolean {
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    if (above.contains(root.host)) return true;
  return false;
}
