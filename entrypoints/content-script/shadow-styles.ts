/** How marks look inside shadow roots: Chromium takes the document's rules there, Firefox wants them in each root. */
import rules from '../marks/index.css?inline';
import type { Container } from './blocks.ts';
import { isFragment } from './dom.ts';

let sheet: CSSStyleSheet | undefined;
const adopted = new WeakSet<ShadowRoot>();

/** Gives the root that `container` stands in the rules of the marks until the signal aborts; once a root. */
export function adoptStyles(container: Container, signal: AbortSignal): void {
  if (!import.meta.env.FIREFOX) return;
  const root = Node.prototype.getRootNode.call(container);
  if (!isFragment(root) || adopted.has(root)) return;
  adopted.add(root);
  sheet ??= makeSheet();
  const own = sheet;
  root.adoptedStyleSheets.push(own);
  signal.addEventListener('abort', () => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== own);
  });
}

function makeSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}
