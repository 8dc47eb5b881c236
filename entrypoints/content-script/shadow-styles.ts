/** How marks look inside shadow roots: Chromium takes the document's rules there, Firefox wants them in each root. */
import { FLASH_RULE, type Look, markName, markRule } from '../../core/settings/mark-rule.ts';
import type { Container } from './blocks.ts';
import { isConnected, isFragment, rootNodeOf } from './dom.ts';

const sheets = new Map<string, CSSStyleSheet>();
const adopted = new WeakMap<ShadowRoot, CSSStyleSheet>();
/** What leaves the page is not to be kept for our sake. */
const roots = new Set<WeakRef<ShadowRoot>>();

/** Gives the root that `container` stands in the rules of the marks until the signal aborts; again where the page took them away. */
export function adoptStyles(container: Container, look: Look, signal: AbortSignal): void {
  if (!import.meta.env.FIREFOX) return;
  const root = rootNodeOf(container);
  // A root that was moved to another document takes none of this one's.
  if (!isFragment(root) || !isConnected(root)) return;
  const sheet = sheetOf(look);
  const before = adopted.get(root);
  if (before === sheet && [...root.adoptedStyleSheets].includes(sheet)) return;
  if (roots.size === 0) signal.addEventListener('abort', takeAll);
  if (before) take(root, before);
  else roots.add(new WeakRef(root));
  adopted.set(root, sheet);
  root.adoptedStyleSheets.push(sheet);
}

function takeAll(): void {
  for (const ref of roots) {
    const root = ref.deref();
    const sheet = root && adopted.get(root);
    if (sheet) take(root, sheet);
    if (root) adopted.delete(root);
  }
  roots.clear();
}

function take(root: ShadowRoot, sheet: CSSStyleSheet): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
}

function sheetOf(look: Look): CSSStyleSheet {
  const name = markName(look);
  const known = sheets.get(name);
  if (known) return known;
  const made = new CSSStyleSheet();
  made.replaceSync(markRule(look, true) + FLASH_RULE);
  sheets.set(name, made);
  return made;
}
