import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type Make, STEP_DELAY } from './editor.ts';

export const prosemirror: Make = (place, paragraphs) => {
  const doc = schema.node(
    'doc',
    null,
    paragraphs.map((text) => schema.node('paragraph', null, schema.text(text))),
  );
  const keys = { 'Mod-z': undo, 'Mod-Shift-z': redo, 'Mod-b': toggleMark(schema.marks.strong) };
  const plugins = [history({ newGroupDelay: STEP_DELAY }), keymap(keys), keymap(baseKeymap)];
  place.replaceChildren();
  const view = new EditorView({ mount: place }, { state: EditorState.create({ doc, plugins }) });
  return {
    state: () => ({ ...view.state.toJSON(), dom: place.innerHTML }),
    paragraphs: () => view.state.doc.children.map(({ textContent }) => textContent),
    destroy: () => view.destroy(),
  };
};
