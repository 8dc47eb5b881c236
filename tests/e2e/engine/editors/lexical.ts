import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, createEditor } from 'lexical';
import { type Make, STEP_DELAY } from './editor.ts';

export const lexical: Make = (place, paragraphs) => {
  const editor = createEditor({
    onError(error) {
      throw error;
    },
  });
  place.contentEditable = 'true';
  editor.setRootElement(place);
  const ends = [registerRichText(editor), registerHistory(editor, createEmptyHistoryState(), STEP_DELAY)];
  const fill = () => {
    const root = $getRoot().clear();
    for (const text of paragraphs) root.append($createParagraphNode().append($createTextNode(text)));
  };
  editor.update(fill, { discrete: true });
  return {
    state() {
      const state = editor.getEditorState();
      const ends = state.read(() =>
        $getSelection()
          ?.getStartEndPoints()
          ?.map(({ key, offset }) => [key, offset]),
      );
      return { ...state.toJSON(), ends, dom: place.innerHTML };
    },
    paragraphs: () =>
      editor.getEditorState().read(() =>
        $getRoot()
          .getChildren()
          .map((node) => node.getTextContent()),
      ),
    destroy() {
      for (const end of ends) end();
      editor.setRootElement(null);
    },
  };
};
