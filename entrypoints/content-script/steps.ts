/** Going from mention to mention: the next one comes into view and flashes. */
import { isElement, parentOf } from './dom.ts';
import type { IndexedMatch } from './indexed-match.ts';
import { isBefore } from './order.ts';
import type { PageIndex } from './page-index.ts';
import { rectsOf } from './pointing.ts';

/** Name of the highlight that flashes. */
const FLASH = 'fascicle-flash';
/** Long enough to find it, short enough not to stay. */
const FLASH_TIME = 1400;

export class Steps {
  readonly #index: PageIndex;
  readonly #isHidden: (entry: number) => boolean;
  readonly #highlight = new Highlight();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: IndexedMatch | undefined;

  constructor(index: PageIndex, isHidden: (entry: number) => boolean, signal: AbortSignal) {
    this.#index = index;
    this.#isHidden = isHidden;
    this.#highlight.priority = 1;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#end();
    });
  }

  /**
   * Brings the next (-1: the previous) mention of `entry`, or of any, into view: `fresh` the first (last) of the frame,
   * else the one after the last. Returns it; undefined past the end.
   */
  step(entry: number | undefined, by: 1 | -1, fresh: boolean): IndexedMatch | undefined {
    const mentions = this.#mentions(entry);
    const last = fresh ? undefined : this.#last;
    let at = last ? this.#next(mentions, last, by) : by === 1 ? 0 : mentions.length - 1;
    while (mentions[at] && rectsOf(mentions[at] as IndexedMatch).length === 0) at += by;
    const mention = mentions[at];
    if (!mention) return undefined;
    this.#last = mention;
    show(mention);
    this.#flash(mention);
    return mention;
  }

  /** Every mention, in document order; hidden text has some too. */
  #mentions(entry: number | undefined): IndexedMatch[] {
    const found: IndexedMatch[] = [];
    for (const container of this.#index.containers()) {
      for (const mark of this.#index.settledIn(container) ?? []) {
        const wanted = entry === undefined ? !this.#isHidden(mark.match.entry) : mark.match.entry === entry;
        if (wanted) found.push(mark);
      }
    }
    return found.sort((a, b) => this.#compare(a, b));
  }

  #next(mentions: readonly IndexedMatch[], last: IndexedMatch, by: 1 | -1): number {
    const here = mentions.indexOf(last);
    if (here >= 0) return here + by;
    const after = mentions.findIndex((mention) => this.#compare(last, mention) < 0);
    if (by === 1) return after < 0 ? mentions.length : after;
    return (after < 0 ? mentions.length : after) - 1;
  }

  #compare(a: IndexedMatch, b: IndexedMatch): number {
    if (a.block.container !== b.block.container) return this.#index.isBefore(a.block, b.block) ? -1 : 1;
    const [first, second] = [a.range.startContainer, b.range.startContainer];
    if (first === second) return a.range.startOffset - b.range.startOffset;
    return isBefore(first, second) ? -1 : 1;
  }

  #flash(mention: IndexedMatch): void {
    clearTimeout(this.#timer);
    this.#highlight.clear();
    this.#highlight.add(mention.range);
    CSS.highlights.set(FLASH, this.#highlight);
    this.#timer = setTimeout(() => this.#end(), FLASH_TIME);
  }

  #end(): void {
    this.#highlight.clear();
    if (CSS.highlights.get(FLASH) === this.#highlight) CSS.highlights.delete(FLASH);
  }
}

/** Scrolls a mention to the middle: its element first, in every scroller around it, then what is left of the way. */
function show(mention: IndexedMatch): void {
  const parent = parentOf(mention.range.startContainer);
  if (parent && isElement(parent)) {
    const middle = { block: 'center', inline: 'nearest', behavior: 'instant' } as const;
    Element.prototype.scrollIntoView.call(parent, middle);
  }
  const rect = rectsOf(mention)[0];
  if (rect && (rect.top < 0 || rect.bottom > innerHeight))
    scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
}
