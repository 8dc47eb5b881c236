import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { type Make, STEP_DELAY } from './editor.ts';

const make =
  (isReadOnly: boolean): Make =>
  (place, paragraphs) => {
    const keys = keymap.of([...defaultKeymap, ...historyKeymap]);
    const readOnly = [EditorState.readOnly.of(isReadOnly), EditorView.editable.of(!isReadOnly)];
    const extensions = [history({ newGroupDelay: STEP_DELAY }), keys, markdown(), EditorView.lineWrapping, readOnly];
    place.replaceChildren();
    const view = new EditorView({ doc: paragraphs.join('\n'), extensions, parent: place });
    return {
      state: () => ({ ...view.state.toJSON(), dom: view.contentDOM.innerHTML }),
      paragraphs: () => view.state.doc.toJSON(),
      destroy: () => view.destroy(),
    };
  };

export const codemirror = make(false);
export const readOnlyCodemirror = make(true);
