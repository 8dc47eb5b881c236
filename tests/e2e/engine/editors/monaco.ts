/** Monaco without its languages, which take as much room again and colour words by the same spans. */
import { editor as monacoEditor } from 'monaco-editor-core';
import type { Make } from './editor.ts';

const make =
  (readOnly: boolean): Make =>
  (place, paragraphs) => {
    place.replaceChildren();
    const editor = monacoEditor.create(place, {
      value: paragraphs.join('\n'),
      language: 'plaintext',
      wordWrap: 'on',
      readOnly,
      domReadOnly: readOnly,
      // What these find is a worker's.
      links: false,
      wordBasedSuggestions: 'off',
    });
    return {
      state: () => ({ text: editor.getValue(), selections: editor.getSelections() }),
      paragraphs: () => editor.getValue().split('\n'),
      destroy: () => editor.dispose(),
    };
  };

export const monaco = make(false);
export const readOnlyMonaco = make(true);
