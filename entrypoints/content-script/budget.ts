/** How much time reading a page's changes may take, of the page and of the background that all pages share. */

/** Milliseconds of rest for each of work: at 25, a page that never stops changing loses 4 % of its time to us. */
const REST = 25;
/** Longest rest: whoever waits for marks on a slow machine still gets them. */
const LONGEST_REST = 4000;
/** A batch that took this long costs the page frames however it is spread. */
const HEAVY = 400;
/** More heavy batches than that within a minute are too many. */
const MOST_HEAVY = 3;
const MINUTE = 60_000;

export class Budget {
  #heavy: number[] = [];
  /** Milliseconds before the next batch may begin. */
  rest = 0;

  /** Takes the milliseconds that a batch took of the page and of the background; returns false when the page's budget is used up. */
  spend(time: number, elsewhere: number): boolean {
    this.rest = Math.min((time + elsewhere) * REST, LONGEST_REST);
    if (time <= HEAVY) return true;
    const now = performance.now();
    this.#heavy = [...this.#heavy.filter((then) => now - then < MINUTE), now];
    return this.#heavy.length <= MOST_HEAVY;
  }

  /** Forgets what was spent. */
  renew(): void {
    this.#heavy = [];
  }
}
