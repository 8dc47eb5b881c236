/** What elements mean for text: which flow inside a sentence, and which hold none that a reader reads as prose. */

/** HTML elements that do not break a sentence; every other element starts a block of its own. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q ruby rb s slot small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Elements whose text is left alone: not prose, not visible, or somebody's input. */
const LEFT_ALONE = new Set(
  (
    'script style noscript template textarea input select option code kbd samp math title ' +
    'iframe object embed canvas audio video rt rp datalist head'
  ).split(' '),
);

/** Whether text may run on across the borders of `element`. */
export function isInline(element: Element): boolean {
  return INLINE.has(element.localName);
}

/** Whether the text below `element` is left alone, whatever stands in it. */
export function isLeftAlone(element: Element): boolean {
  return (
    LEFT_ALONE.has(element.localName) ||
    (element.attributes.length > 0 && (isEditor(element) || isMarkedAsCode(element) || isDecoration(element)))
  );
}

function isEditor(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = element.getAttribute('role');
  return role === 'textbox' || role === 'combobox' || role === 'searchbox';
}

/** `translate="no"` marks code and names, unless a whole page or article carries it. */
function isMarkedAsCode(element: Element): boolean {
  return element.getAttribute('translate') === 'no' && isInline(element);
}

function isDecoration(element: Element): boolean {
  return element.getAttribute('aria-hidden') === 'true';
}
