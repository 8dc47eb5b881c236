/** How marks look inside shadow roots: Chromium takes the document's rules there, Firefox wants them in each root. */
import { FLASH_RULE, type Look, markName, markRule } from '../../core/settings/mark-rule.ts';
import type { Container } from './blocks.ts';
import { isFragment, rootNodeOf } from './dom.ts';

const sheets = new Map<string, CSSStyleSheet>();
const adopted = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** Gives the root that `container` stands in the rules of the marks until the signal aborts. */
export function adoptStyles(container: Container, look: Look, signal: AbortSignal): void {
  if (!import.meta.env.FIREFOX) return;
  const root = rootNodeOf(container);
  if (!isFragment(root)) return;
  const sheet = sheetOf(look);
  const before = adopted.get(root);
  if (before === sheet) return;
  adopted.set(root, sheet);
  if (before) take(root, before);
  root.adoptedStyleSheets.push(sheet);
  signal.addEventListener('abort', () => take(root, sheet));
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
