/** Which mentions of an entry are marked: every one, the first of each section, or the first of the page. */
import type { Settings } from '../../core/settings/defaults.ts';
import type { Container } from './blocks.ts';
import { isElement } from './dom.ts';
import type { IndexedMatch } from './indexed-match.ts';
import { beginsSection } from './outline.ts';
import type { PageIndex } from './page-index.ts';

/** Matches between two chances for the page to go first. */
const STEP = 200;
/** Matches of one container past which those to be marked are kept: it is asked about whenever the page scrolls. */
const MANY = 200;

export class Selection {
  readonly #index: PageIndex;
  #density: Settings['density'] = 'every';
  #isHidden: (entry: number) => boolean = () => false;
  /** Undefined where every one is. */
  #chosen: ReadonlySet<IndexedMatch> | undefined;
  #chosenFor: string = this.#density;
  #kept = new WeakMap<readonly IndexedMatch[], readonly IndexedMatch[]>();
  /** Grows whenever others may be marked. */
  version = 0;

  constructor(index: PageIndex) {
    this.#index = index;
  }

  /** Another density holds from the next `choose` on. */
  configure(density: Settings['density'], isHidden: (entry: number) => boolean): void {
    this.#density = density;
    this.#isHidden = isHidden;
    this.#kept = new WeakMap();
  }

  /** Chooses anew where the index or the density changed, yielding where the page may go first. */
  *choose(): Generator<void> {
    const density = this.#density;
    const chosenFor = density === 'every' ? density : `${density} ${this.#index.version}`;
    if (chosenFor === this.#chosenFor) return;
    this.#chosen = density === 'every' ? undefined : yield* this.#firsts(density === 'section');
    this.#chosenFor = chosenFor;
    this.#kept = new WeakMap();
    this.version++;
  }

  /** The matches of a container that are to be marked; undefined where they are not settled. */
  marksIn(container: Container): readonly IndexedMatch[] | undefined {
    const settled = this.#index.settledIn(container);
    const kept = settled && this.#kept.get(settled);
    if (!settled || kept) return kept;
    const chosen = this.#chosen;
    const marks = settled.filter((mark) => !this.#isHidden(mark.match.entry) && (!chosen || chosen.has(mark)));
    if (settled.length > MANY) this.#kept.set(settled, marks);
    return marks;
  }

  /** The first match of each entry on the page, or in each of its sections. */
  *#firsts(bySection: boolean): Generator<void, ReadonlySet<IndexedMatch>> {
    const chosen = new Set<IndexedMatch>();
    let entries = new Set<number>();
    let count = 0;
    for (const place of this.#index.outline.order) {
      if (bySection && entries.size > 0 && isElement(place) && beginsSection(place)) entries = new Set();
      for (const mark of this.#index.settledIn(place) ?? []) {
        if (++count % STEP === 0) yield;
        if (entries.has(mark.match.entry)) continue;
        entries.add(mark.match.entry);
        chosen.add(mark);
      }
    }
    return chosen;
  }
}
