/** An editor of a page, whoever made it. */
export interface Editor {
  /** All that was made of the reader's keys: the document in the editor's own words, where its caret stands, its DOM. */
  state(): unknown;
  /** Its paragraphs, as a page would keep them. */
  paragraphs(): readonly string[];
  destroy(): void;
}

/** Makes an editor of `place`, with `paragraphs` in it. */
export type Make = (place: HTMLElement, paragraphs: readonly string[]) => Editor;

/** Milliseconds after which a change begins a step of its own for undo: never, for nothing here depends on the time. */
export const STEP_DELAY = 1e9;
