/** What the page changed since it was read last. */
import { attributeOf, isElement, isFragment, parentOf } from './dom.ts';
import { touchesProse } from './prose.ts';
import type { Tree } from './roots.ts';
import { isInline, isLeftAlone } from './tags.ts';

/** Places kept apart; beyond that everything is read. */
const MOST_PLACES = 2000;

/** What is to be read. */
export interface Batch {
  /** Subtrees to scan. */
  readonly added: readonly Node[];
  /** Nodes whose container is to be read anew. */
  readonly changed: Set<Node>;
  /** Elements that may have become an editor or decoration, or be prose again: so has all that stands in them. */
  readonly sides: ReadonlySet<Node>;
  /** Whether anything left the page. */
  readonly removed: boolean;
  /** Whether every container is to be read anew. */
  readonly all: boolean;
}

export class Unread {
  readonly #trees: ReadonlySet<Tree>;
  #added = new Set<Node>();
  #changed = new Set<Node>();
  #sides = new Set<Node>();
  #removed = false;
  #all = false;

  /** `trees` are all that there are. */
  constructor(trees: ReadonlySet<Tree>) {
    this.#trees = trees;
  }

  get isEmpty(): boolean {
    return this.#added.size + this.#changed.size === 0 && !this.#removed && !this.#all;
  }

  /** Whether everything is to be read anew. */
  get isAll(): boolean {
    return this.#all;
  }

  add(tree: Tree): void {
    this.#added.add(tree);
  }

  note(records: readonly MutationRecord[]): void {
    // First of all: of text that was emptied and taken out nothing else tells that it was part of a sentence.
    const edited = new Set<Node>();
    for (const { target, type } of records)
      if (type === 'characterData' && edited.size <= MOST_PLACES) edited.add(target);
    if (edited.size > MOST_PLACES) {
      this.addAll();
      return;
    }
    for (const record of records) {
      if (this.#overflows()) break;
      const { target, type, attributeName, oldValue } = record;
      if (type === 'characterData') {
        const parent = parentOf(target);
        if (parent) this.#changed.add(parent);
      } else if (type === 'attributes') {
        if (isElement(target) && attributeName !== null && attributeOf(target, attributeName) !== oldValue)
          this.noteSides(target);
      } else {
        const { addedNodes, removedNodes } = record;
        for (const node of addedNodes) if (isElement(node)) this.#added.add(node);
        this.#removed ||= removedNodes.length > 0;
        // A block that comes or goes between blocks changes nobody's text but its own.
        if (touchesProse(record, edited) || (isElement(target) && isInline(target))) this.#changed.add(target);
      }
    }
    if (this.#overflows()) this.addAll();
  }

  addAll(): void {
    this.#removed = true;
    this.#all = true;
    this.#changed.clear();
    this.#sides.clear();
    this.#added = new Set(this.#trees);
  }

  /** What stands in `target` may have become an editor's or decoration, or be prose again. */
  noteSides(target: Element): void {
    const parent = parentOf(target);
    if (parent) this.#changed.add(parent);
    this.#changed.add(target);
    this.#added.add(target);
    this.#sides.add(target);
  }

  /** Everything noted; nothing of it stays. */
  take(): Batch {
    const batch = {
      added: [...this.#added],
      changed: this.#changed,
      sides: this.#sides,
      removed: this.#removed,
      all: this.#all,
    };
    this.#added = new Set();
    this.#changed = new Set();
    this.#sides = new Set();
    this.#removed = false;
    this.#all = false;
    return batch;
  }

  #overflows(): boolean {
    return this.#added.size + this.#changed.size > MOST_PLACES;
  }
}

/** Whether `node` is one of `places` or stands in one, across shadow roots. */
export function isWithin(node: Node, places: ReadonlySet<Node>): boolean {
  for (let at: Node | null = node; at; at = above(at)) if (places.has(at)) return true;
  return false;
}

/** Whether `node` stands in one of `places` in the same tree. */
export function isInside(node: Node, places: ReadonlySet<Node>): boolean {
  for (let at = parentOf(node); at; at = parentOf(at)) if (places.has(at)) return true;
  return false;
}

/** What `node` stands in: its parent, or the host of its shadow root. */
export const above = (node: Node): Node | null => (isFragment(node) ? node.host : parentOf(node));

/** The outermost element around `node` that is left alone; `node` where there is none. */
export function outermostLeftAlone(node: Node): Node {
  let outermost = node;
  for (let at: Node | null = node; at; at = above(at)) if (isElement(at) && isLeftAlone(at)) outermost = at;
  return outermost;
}
