/** What runs inside the page: makes editors of its places, and notes every mark that was ever painted in one. Bundled into one script. */
import { codemirror, readOnlyCodemirror } from './codemirror.ts';
import type { Editor, Make } from './editor.ts';
import { lexical } from './lexical.ts';
import { monaco, readOnlyMonaco } from './monaco.ts';
import { prosemirror } from './prosemirror.ts';
import { quill } from './quill.ts';

const MAKES: Readonly<Record<string, Make>> = {
  prosemirror,
  lexical,
  quill,
  codemirror,
  monaco,
  readOnlyCodemirror,
  readOnlyMonaco,
};
const made = new Map<HTMLElement, Editor>();
const seen = new Set<string>();

/** Makes an editor of a place, with the paragraphs that stand there. */
export function make(kind: string, id: string): void {
  const place = at(id);
  const paragraphs = [...place.querySelectorAll('p')].map(({ textContent }) => textContent);
  const editor = MAKES[kind]?.(place, paragraphs);
  if (!editor) throw new Error(`No editor ${kind}`);
  made.set(place, editor);
}

/** Takes the editor of a place away; its paragraphs stay as a page's own. */
export function unmake(id: string): void {
  const place = at(id);
  const paragraphs = made.get(place)?.paragraphs() ?? [];
  made.get(place)?.destroy();
  made.delete(place);
  place.className = '';
  place.removeAttribute('contenteditable');
  place.replaceChildren(...paragraphs.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
}

/** What the reader's keys made of the editor of a place. */
export function state(id: string): string {
  return JSON.stringify(made.get(at(id))?.state());
}

/** That, after the frames in which editors settle. */
export async function settled(id: string): Promise<string> {
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  return state(id);
}

/** Texts of the marks that stand in a place now. */
export function marksIn(id: string): string[] {
  const place = at(id);
  return marks()
    .filter(({ startContainer }) => place.contains(startContainer))
    .map(String);
}

/** Texts of all marks that stood in an editor in any frame since it was asked last. */
export function everSeen(): string[] {
  const all = [...seen];
  seen.clear();
  return all;
}

function look(): void {
  for (const place of made.keys()) for (const text of marksIn(place.id)) seen.add(text);
  requestAnimationFrame(look);
}

function marks(): Range[] {
  return [...(CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>)]
    .filter(([name]) => name.startsWith('fascicle'))
    .flatMap(([, highlight]) => [...highlight].flatMap(live));
}

/** A range that went out of bounds is painted nowhere. */
function live({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range[] {
  const range = document.createRange();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    return [];
  }
  return [range];
}

function at(id: string): HTMLElement {
  const place = document.getElementById(id);
  if (!place) throw new Error(`No place ${id}`);
  return place;
}

look();
