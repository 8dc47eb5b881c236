/** Words that run on from one text node into the next: `<b>M</b>agnesium`. */
import { isLetter } from '../../core/matching/fold.ts';
import { firstChildOf, isElement, isFragment, isText, nextSiblingOf, parentOf } from './dom.ts';
import { isInline, isLeftAlone } from './tags.ts';

/** Longest part of a word that is looked at on either side of a border, in UTF-16 code units. */
const REACH = 40;
/** Nodes between two texts past which they are taken to be apart. */
const MOST_BETWEEN = 40;

/** Told of each text node of a walk in document order. */
export class SplitWords {
  #last: Text | undefined;
  /** The letters that the last text, and those that it goes on from, end with. */
  #tail = '';

  /** The word whose end `text` begins with, as far as it is split between `text` and those before; empty where none is. */
  meet(text: Text): string {
    const { data } = text;
    if (data === '') return '';
    const head =
      this.#last && this.#tail !== '' && beginsWithLetter(data) && areJoined(this.#last, text) ? this.#tail : '';
    const tail = lastLetters(data);
    this.#tail = tail === data ? (head + tail).slice(-REACH) : tail;
    this.#last = text;
    return head === '' ? '' : head + data.slice(0, REACH);
  }
}

const beginsWithLetter = (text: string): boolean => isLetter(text.charCodeAt(0));

function lastLetters(text: string): string {
  let from = text.length;
  while (from > 0 && text.length - from < REACH && isLetter(text.charCodeAt(from - 1))) from--;
  return text.slice(from);
}

/** Whether nothing parts `text` from the text node `last` before it. */
function areJoined(last: Text, text: Text): boolean {
  let at: Node | null = last;
  let isRead = true;
  for (let count = 0; at && count < MOST_BETWEEN; count++) {
    const next: Node | null = (isRead ? null : firstChildOf(at)) ?? nextSiblingOf(at);
    if (next === text) return true;
    at = next ?? parentOf(at);
    isRead = next === null;
    if (!at || !isPassed(at)) return false;
  }
  return false;
}

/** Whether a word may run on past `node`, or into and out of it. */
function isPassed(node: Node): boolean {
  if (isElement(node)) return isInline(node) && !isLeftAlone(node);
  return isText(node) ? node.data === '' : !isFragment(node);
}
