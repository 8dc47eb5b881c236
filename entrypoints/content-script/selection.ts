/** Which mentions of an entry are marked: every one, the first of each section, or the first of the page. */
import type { Settings } from '../../core/settings/defaults.ts';
import type { Container } from './blocks.ts';
import { isBefore } from './order.ts';
import type { IndexedMatch, PageIndex } from './page-index.ts';

/** Where a section begins: at a heading, or with an element that is read for itself. */
const SECTION_STARTS = 'h1,h2,h3,h4,h5,h6,article,section,[role=heading],[role=article]';
/** Choosing anew takes some 0.5 µs a match; above this many containers it is done at most every half second. */
const MANY = 1000;
const SELDOM = 500;
const PAGE = {};

type First = Map<number, { readonly mark: IndexedMatch; readonly container: Container }>;

export class Selection {
  readonly #index: PageIndex;
  #density: Settings['density'] = 'every';
  #isHidden: (entry: number) => boolean = () => false;
  #chosen: ReadonlySet<IndexedMatch> = new Set();
  #chosenFor = '';
  #chosenAt = Number.NEGATIVE_INFINITY;
  #starts: readonly Element[] = [];
  #sections = new WeakMap<Container, object>();

  constructor(index: PageIndex) {
    this.#index = index;
  }

  configure(density: Settings['density'], isHidden: (entry: number) => boolean): void {
    this.#density = density;
    this.#isHidden = isHidden;
    this.#chosenFor = '';
    this.#chosenAt = Number.NEGATIVE_INFINITY;
  }

  /** Chooses anew where the index changed. Returns the milliseconds until it should be asked again, or undefined. */
  refresh(now: number): number | undefined {
    if (this.#density === 'every' || this.#chosenFor === this.#index.version) return undefined;
    const wait = this.#index.size > MANY ? this.#chosenAt + SELDOM - now : 0;
    if (wait > 0) return wait;
    this.#chosenAt = now;
    this.#chosenFor = this.#index.version;
    this.#findSections();
    const firsts = new Map<object, First>();
    for (const container of this.#index.containers()) this.#offer(container, firsts);
    this.#chosen = new Set([...firsts.values()].flatMap((first) => [...first.values()].map(({ mark }) => mark)));
    return undefined;
  }

  /** The matches of a container that are to be marked. */
  marksIn(container: Container): readonly IndexedMatch[] {
    const shown = this.#index.matchesIn(container).filter(({ match }) => !this.#isHidden(match.entry));
    return this.#density === 'every' ? shown : shown.filter((mark) => this.#chosen.has(mark));
  }

  #offer(container: Container, firsts: Map<object, First>): void {
    const matches = this.#index.matchesIn(container);
    if (matches.length === 0) return;
    const section = this.#density === 'page' ? PAGE : this.#sectionOf(container);
    let first = firsts.get(section);
    if (!first) {
      first = new Map();
      firsts.set(section, first);
    }
    for (const mark of matches) {
      const other = first.get(mark.match.entry);
      if (!other || (other.container !== container && isBefore(container, other.container)))
        first.set(mark.match.entry, { mark, container });
    }
  }

  #findSections(): void {
    if (this.#density === 'page') return;
    const starts = [...Document.prototype.querySelectorAll.call(document, SECTION_STARTS)];
    const same = starts.length === this.#starts.length && starts.every((start, i) => start === this.#starts[i]);
    if (same) return;
    this.#starts = starts;
    this.#sections = new WeakMap();
  }

  /** The last start at or before `container`. */
  #sectionOf(container: Container): object {
    const known = this.#sections.get(container);
    if (known) return known;
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(container, this.#starts[middle] as Element) && container !== this.#starts[middle]) high = middle;
      else low = middle + 1;
    }
    const section = this.#starts[low - 1] ?? PAGE;
    this.#sections.set(container, section);
    return section;
  }
}
