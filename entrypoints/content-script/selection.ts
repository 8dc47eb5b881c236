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

export class Selection {
  readonly #index: PageIndex;
  #density: Settings['density'] = 'every';
  #isHidden: (entry: number) => boolean = () => false;
  #chosen: ReadonlySet<IndexedMatch> = new Set();
  #chosenFor = '';
  #chosenAt = Number.NEGATIVE_INFINITY;
  #order: readonly Container[] = [];
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
    this.#order = inOrder(this.#order, this.#index);
    const seen = new Map<object, Set<number>>();
    const chosen = new Set<IndexedMatch>();
    for (const container of this.#order) this.#choose(container, seen, chosen);
    this.#chosen = chosen;
    return undefined;
  }

  /** The matches of a container that are to be marked. */
  marksIn(container: Container): readonly IndexedMatch[] {
    const shown = this.#index.matchesIn(container).filter(({ match }) => !this.#isHidden(match.entry));
    return this.#density === 'every' ? shown : shown.filter((mark) => this.#chosen.has(mark));
  }

  #choose(container: Container, seen: Map<object, Set<number>>, chosen: Set<IndexedMatch>): void {
    const matches = this.#index.matchesIn(container);
    if (matches.length === 0) return;
    const section = this.#density === 'page' ? PAGE : this.#sectionOf(container);
    const entries = seen.get(section) ?? new Set();
    seen.set(section, entries);
    for (const mark of matches) {
      if (entries.has(mark.match.entry)) continue;
      entries.add(mark.match.entry);
      chosen.add(mark);
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

/** All containers in document order; `before` is what it was. Neighbours are compared fast, places far apart are not. */
function inOrder(before: readonly Container[], index: PageIndex): Container[] {
  const known = new Set(before.filter((container) => index.has(container)));
  const order = [...known];
  const added = [...index.containers()].filter((container) => !known.has(container));
  const compare = (a: Container, b: Container) => (isBefore(a, b) ? -1 : 1);
  if (!isSorted(order)) order.sort(compare);
  if (!isSorted(added)) added.sort(compare);
  const [first] = added;
  const last = order.at(-1);
  if (!first || !last || isBefore(last, first)) return order.concat(added);
  for (const container of added) order.splice(placeIn(order, container), 0, container);
  return order;
}

const isSorted = (containers: readonly Container[]): boolean =>
  containers.every((container, i) => i === 0 || isBefore(containers[i - 1] as Container, container));

/** Where in `order` a container belongs. */
function placeIn(order: readonly Container[], container: Container): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(container, order[middle] as Container)) high = middle;
    else low = middle + 1;
  }
  return low;
}
