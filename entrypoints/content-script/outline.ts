/** What stands where: the containers with candidates and the starts of sections, in the order of the page. */
import type { Container } from './blocks.ts';
import { attributeOf, hasAttributes, isConnected, isElement, isFragment, iterate, nameOf } from './dom.ts';
import { isBefore } from './order.ts';

/** Elements that a section begins with: headings, and what is read for itself. */
const STARTS = new Set('h1 h2 h3 h4 h5 h6 article section'.split(' '));
/** Places looked for one by one; more are found by a walk over the page. */
const FEW = 16;
/** Places of which one has left that the order is made anew for it. */
const STALE = 8;
/** Places between two chances for the page to go first. */
const STEP = 100;

/** Whether a section begins with `element`. */
export function beginsSection(element: Element): boolean {
  if (STARTS.has(nameOf(element))) return true;
  if (!hasAttributes(element)) return false;
  const role = attributeOf(element, 'role');
  return role === 'heading' || role === 'article';
}

/**
 * Neighbours are compared fast by the browser, places far apart are not: it may count all siblings between them. So each
 * place is compared once with its neighbours, and answers are read from its rank.
 */
export class Outline {
  readonly #holds: (container: Container) => boolean;
  #order: readonly Container[] = [];
  #ranks: ReadonlyMap<Container, number> = new Map();
  #met = new Set<Container>();
  /** Places dropped since the last `sort`. */
  #left = 0;

  /** `holds` says of a container whether it has candidates. */
  constructor(holds: (container: Container) => boolean) {
    this.#holds = holds;
  }

  /** All places in document order, as of the last `sort`; some may have left the page since. */
  get order(): readonly Container[] {
    return this.#order;
  }

  /** A place came, or was read again and may have moved. */
  meet(place: Container): void {
    this.#met.add(place);
  }

  /** A place has no candidates any more, or left the page. */
  leave(): void {
    this.#left++;
  }

  isBefore(a: Container, b: Container): boolean {
    const [first, second] = [this.#ranks.get(a), this.#ranks.get(b)];
    if (first === undefined || second === undefined || this.#met.has(a) || this.#met.has(b)) return isBefore(a, b);
    return first < second;
  }

  /** Brings the order up to date, yielding where the page may go first. */
  *sort(): Generator<void> {
    const met = this.#met;
    this.#met = new Set();
    const strays = new Set<Container>();
    let count = 0;
    for (const place of met) {
      if (++count % STEP === 0) yield;
      if (!this.#isHere(place)) continue;
      if (!this.#ranks.has(place) || (met.size <= FEW && !this.#isInPlace(place))) strays.add(place);
    }
    // What left is kept no longer than there is something to sort, or much of it.
    const isStale = this.#left * STALE > this.#order.length;
    if (strays.size === 0 && met.size <= FEW && !isStale) return;
    this.#left = 0;
    const kept: Container[] = [];
    for (const place of this.#order) {
      if (++count % STEP === 0) yield;
      if (!strays.has(place) && this.#isHere(place)) kept.push(place);
    }
    const order = (yield* insert(kept, [...strays])) ?? (yield* inOrderOfPage(new Set([...kept, ...strays])));
    const ranks = new Map<Container, number>();
    for (const place of order) {
      if (++count % STEP === 0) yield;
      ranks.set(place, ranks.size);
    }
    this.#order = order;
    this.#ranks = ranks;
  }

  #isHere(place: Container): boolean {
    return isConnected(place) && (this.#holds(place) || (isElement(place) && beginsSection(place)));
  }

  /** Whether a place still stands between those that it stood between; of two that changed places neither does. */
  #isInPlace(place: Container): boolean {
    const rank = this.#ranks.get(place) as number;
    const [before, after] = [this.#neighbour(rank, -1), this.#neighbour(rank, 1)];
    return (!before || isBefore(before, place)) && (!after || isBefore(place, after));
  }

  #neighbour(rank: number, by: 1 | -1): Container | undefined {
    for (let at = rank + by; ; at += by) {
      const place = this.#order[at];
      if (!place || this.#isHere(place)) return place;
    }
  }
}

/** `order` with `places` in it; undefined where one is out of order, or they are too many to look for. */
function* insert(
  order: readonly Container[],
  places: readonly Container[],
): Generator<void, readonly Container[] | undefined> {
  if (!(yield* isSorted(order))) return undefined;
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return order;
  if (yield* isSorted(places)) {
    const at = placeIn(order, first);
    const next = order[at];
    if (!next || isBefore(last, next)) return order.slice(0, at).concat(places, order.slice(at));
  }
  if (places.length > FEW) return undefined;
  const all = [...order];
  for (const place of places) {
    all.splice(placeIn(all, place), 0, place);
    yield;
  }
  return all;
}

function* isSorted(places: readonly Container[]): Generator<void, boolean> {
  for (let i = 1; i < places.length; i++) {
    if (i % STEP === 0) yield;
    if (!isBefore(places[i - 1] as Container, places[i] as Container)) return false;
  }
  return true;
}

/** Where in `order` a place belongs. */
function placeIn(order: readonly Container[], place: Container): number {
  const last = order.at(-1);
  if (!last || isBefore(last, place)) return order.length;
  let low = 0;
  let high = order.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(place, order[middle] as Container)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Those of `places` that are on the page, in its order; a shadow root stands where its host does. */
function* inOrderOfPage(places: ReadonlySet<Container>): Generator<void, Container[]> {
  const roots = new Map<Element, ShadowRoot>();
  let count = 0;
  for (const place of places) {
    if (++count % STEP === 0) yield;
    let root = Node.prototype.getRootNode.call(place);
    for (; isFragment(root) && !roots.has(root.host); root = Node.prototype.getRootNode.call(root.host))
      roots.set(root.host, root);
  }
  const found: Container[] = [];
  const trees = [iterate(document, NodeFilter.SHOW_ELEMENT)];
  while (trees.length > 0) {
    if (++count % STEP === 0) yield;
    const element = trees.at(-1)?.nextNode() as Element | null;
    if (!element) trees.pop();
    else {
      if (places.has(element)) found.push(element);
      const root = roots.get(element);
      if (!root) continue;
      if (places.has(root)) found.push(root);
      trees.push(iterate(root, NodeFilter.SHOW_ELEMENT));
    }
  }
  return found;
}
