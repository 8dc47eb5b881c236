/** What a page as a whole says, kept as sums so that blocks can come and go. */

import type { Definition } from './definitions.ts';
import type { Scan } from './scan.ts';
import { OTHER_TOPIC, STRONG, WEAK } from './topics.ts';
import { topicOf } from './traits.ts';
import type { PageEvidence } from './types.ts';

/** Words of a page that count as if they had been read already, at the share of an ordinary page: short pages say little. */
const PRIOR_WORDS = 40;
const PRIOR_SHARE = 0.09;
/** Shares of health words from which on a page counts as being, for certain or likely, about health, or not at all. */
const LEVELS: readonly (readonly [number, number])[] = [
  [0.2, 2],
  [0.13, 1],
  [0.08, 0],
  [0.05, -1],
  [0.025, -2],
];

/** A place from which on an abbreviation means an entry, -1 for none of ours. */
interface Turn {
  readonly place: object;
  readonly entry: number;
}

export class Evidence implements PageEvidence {
  version = 0;
  readonly #blocks = new Map<object, Scan>();
  /** How often each entry was found for certain. */
  readonly #entries = new Map<number, number>();
  /** What `someEntry` answered for each form. */
  readonly #asked = new Map<number, boolean>();
  #words = 0;
  #health = 0;
  #other = 0;
  #tendency = 0;

  /** Hash of an abbreviation → where it is defined. */
  readonly #defined = new Map<number, Map<object, readonly Definition[]>>();
  #definitions = 0;
  /** The same as `#turns` answers it, until a definition comes or goes. */
  readonly #known = new Map<number, readonly Turn[]>();
  readonly #before: (a: object, b: object) => boolean;

  constructor(before: (a: object, b: object) => boolean) {
    this.#before = before;
  }

  add(block: object, scan: Scan): void {
    this.remove(block);
    this.#blocks.set(block, scan);
    this.#count(scan, 1);
    if (scan.definitions.length === 0) return;
    this.#definitions += scan.definitions.length;
    for (const [hash, definitions] of Map.groupBy(scan.definitions, (definition) => definition.hash)) {
      const places = this.#defined.get(hash) ?? new Map<object, readonly Definition[]>();
      this.#defined.set(hash, places.set(block, definitions));
      this.#known.delete(hash);
      this.version++;
    }
  }

  remove(block: object): void {
    const scan = this.#blocks.get(block);
    if (!scan) return;
    this.#blocks.delete(block);
    this.#count(scan, -1);
    this.#definitions -= scan.definitions.length;
    for (const { hash } of scan.definitions) {
      this.#defined.get(hash)?.delete(block);
      this.#known.delete(hash);
      this.version++;
    }
  }

  get needsOrder(): boolean {
    return this.#definitions > 0;
  }

  /** The entry that the page's last definition before this place gives the abbreviation; -1 for no entry of ours, undefined for no definition. */
  meaning(hash: number, block: object, at: number): number | undefined {
    const here = lastUpTo(this.#defined.get(hash)?.get(block) ?? [], at);
    if (here) return here.entry;
    const turns = this.#turns(hash);
    let low = 0;
    let high = turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { place } = turns[middle] as Turn;
      if (place !== block && this.#before(place, block)) low = middle + 1;
      else high = middle;
    }
    return turns[low - 1]?.entry;
  }

  /** Where on the page an abbreviation is given another meaning than before. A long page defines it over and over, mostly alike. */
  #turns(hash: number): readonly Turn[] {
    const known = this.#known.get(hash);
    if (known) return known;
    const all = [...(this.#defined.get(hash) ?? [])].map(([place, definitions]): Turn => {
      return { place, entry: definitions.at(-1)?.entry ?? -1 };
    });
    const [first] = all;
    const isOne = all.every(({ entry }) => entry === first?.entry);
    const turns = isOne
      ? all.slice(0, 1).map((one) => all.reduce((a, b) => (this.#before(b.place, a.place) ? b : a), one))
      : all
          .sort((a, b) => (this.#before(a.place, b.place) ? -1 : 1))
          .filter(({ entry }, i) => entry !== all[i - 1]?.entry);
    this.#known.set(hash, turns);
    return turns;
  }

  /** Whether `test` holds for any entry found for certain; asked once for each form until another comes or goes. */
  someEntry(key: number, test: (entry: number) => boolean): boolean {
    const known = this.#asked.get(key);
    if (known !== undefined) return known;
    const some = this.#entries.keys().some(test);
    this.#asked.set(key, some);
    return some;
  }

  /** Whether the entry was found for certain. */
  hasEntry(entry: number): boolean {
    return this.#entries.has(entry);
  }

  /** How much the page is about health: 2 clearly, 1 likely, 0 unclear, -1 hardly, -2 and -3 not. */
  get tendency(): number {
    return this.#tendency;
  }

  get share(): number {
    return (this.#health - this.#other / 2 + PRIOR_WORDS * PRIOR_SHARE) / (this.#words + PRIOR_WORDS);
  }

  #count({ candidates, words: { traits } }: Scan, step: number): void {
    for (const { entry, certain } of candidates) {
      if (!certain) continue;
      this.#health += step;
      const before = this.#entries.get(entry) ?? 0;
      if (before + step > 0) this.#entries.set(entry, before + step);
      else this.#entries.delete(entry);
      if (before > 0 && before + step > 0) continue;
      this.version++;
      this.#asked.clear();
    }
    for (const trait of traits) {
      const topic = topicOf(trait);
      if (topic === STRONG) this.#health += step;
      else if (topic === WEAK) this.#health += step / 4;
      else if (topic === OTHER_TOPIC) this.#other += step;
    }
    this.#words += step * traits.length;
    const share = this.share;
    const tendency = LEVELS.find(([from]) => share >= from)?.[1] ?? -3;
    if (tendency !== this.#tendency) this.version++;
    this.#tendency = tendency;
  }
}

/** The last of `definitions`, which are in order of their place, that stands at or before `at`. */
function lastUpTo(definitions: readonly Definition[], at: number): Definition | undefined {
  let low = 0;
  let high = definitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((definitions[middle] as Definition).at <= at) low = middle + 1;
    else high = middle;
  }
  return definitions[low - 1];
}
