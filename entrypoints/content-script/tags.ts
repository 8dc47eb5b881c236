/** What elements mean for text: which flow inside a sentence, and which hold none that a reader reads as prose. */
import { attributeOf, hasAttributes, hasEditContext, nameOf } from './dom.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that do not break a sentence; every other element starts a block of its own. */
const INLINE = words(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q ruby rb s slot small span ' +
    'strike strong sub sup textPath time tspan tt u var wbr',
);

/** Elements whose text is left alone: not prose, not visible, or somebody's input. */
const LEFT_ALONE = words(
  'script style noscript template textarea input select option code kbd samp math title metadata desc ' +
    'iframe object embed canvas audio video rt rp datalist head',
);

/** Editors that are not contenteditable themselves: their visible text is a copy of what is typed elsewhere. */
const EDITOR_CLASS = /(?:^|\s)(?:CodeMirror|cm-editor|monaco-editor|ace_editor|ProseMirror|kix-appview-editor)(?:\s|$)/;
/** Values of `contenteditable` that make an editor; any other but `false` means nothing. */
const EDITABLE: ReadonlySet<string | undefined> = new Set(['', 'true', 'plaintext-only']);
const EDITOR_ROLES = words('textbox combobox searchbox code');

/** Rows past which a table is data to look up, not prose to read; so is a grid that says it has more. */
const MOST_ROWS = 2000;

/** Attributes that can change what `isLeftAlone` says or which language a text has. */
export const TELLING_ATTRIBUTES = ['contenteditable', 'role', 'translate', 'aria-hidden', 'lang'];

/** Whether text may run on across the borders of `element`. */
export function isInline(element: Element): boolean {
  return INLINE.has(nameOf(element));
}

/** Whether the text below `element` is left alone, whatever stands in it. */
export function isLeftAlone(element: Element): boolean {
  const name = nameOf(element);
  if (LEFT_ALONE.has(name)) return true;
  if (name === 'table' && element instanceof HTMLTableElement && element.rows.length > MOST_ROWS) return true;
  if (!hasAttributes(element)) return hasEditContext(element);
  const role = attributeOf(element, 'role');
  return (
    isEditor(element, role) ||
    ((role !== null || name === 'table') && Number(attributeOf(element, 'aria-rowcount')) > MOST_ROWS) ||
    (INLINE.has(name) && isMarkedApart(element))
  );
}

function isEditor(element: Element, role: string | null): boolean {
  if (EDITABLE.has(attributeOf(element, 'contenteditable')?.toLowerCase())) return true;
  if (role !== null && EDITOR_ROLES.has(role)) return true;
  return isQuietEditor(element);
}

/** Whether `element` is an editor by what nobody hears of when it changes: its class, or what takes its keys. */
export function isQuietEditor(element: Element): boolean {
  const name = attributeOf(element, 'class');
  return (name !== null && EDITOR_CLASS.test(name)) || hasEditContext(element);
}

/**
 * `translate="no"` marks code and names, `aria-hidden` decoration: inside a sentence. Around blocks they mean other
 * things (a page that is not to be translated, the page behind a dialog).
 */
function isMarkedApart(element: Element): boolean {
  return attributeOf(element, 'translate') === 'no' || attributeOf(element, 'aria-hidden') === 'true';
}
