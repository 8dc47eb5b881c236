import Quill from 'quill';
import { type Make, STEP_DELAY } from './editor.ts';

export const quill: Make = (place, paragraphs) => {
  place.replaceChildren();
  const editor = new Quill(place, { modules: { history: { delay: STEP_DELAY } } });
  editor.setText(paragraphs.join('\n'));
  editor.history.clear();
  return {
    state: () => ({ ops: editor.getContents().ops, selection: editor.getSelection(), dom: editor.root.innerHTML }),
    paragraphs: () => editor.getText().trimEnd().split('\n'),
    // Quill ends when the page takes its elements away.
    destroy: () => editor.disable(),
  };
};
