/** How much time reading a page's changes may take, of the page and of the background that all pages share. */

/** Milliseconds of rest for each of work: at 25, a page that never stops changing loses 4 % of its time to us. */
const REST = 25;
/** Longest rest: whoever waits for marks on a slow machine still gets them. */
const LONGEST_REST = 4000;
/** Milliseconds without work in which one of work is forgiven: a tenth of the time may go on for ever where rests are too short. */
const FORGIVEN_IN = 10;
/** Work that one reading owes at most: a page that comes in one large piece is none that never stops. */
const MOST_AT_ONCE = 2500;
/** Work owed past which a page has to pause: it may come in three large pieces. */
const MOST = 3 * MOST_AT_ONCE;

export class Budget {
  #owed = 0;
  #since = 0;
  /** Milliseconds before the next reading may begin. */
  rest = 0;

  /** Whether a reading that took `time` milliseconds so far may go on although all of it is to be read again. */
  allows(time: number): boolean {
    return time < MOST_AT_ONCE;
  }

  /** Takes the milliseconds that a reading took; returns false when the page's budget is used up. */
  spend(time: number): boolean {
    this.rest = Math.min(time * REST, LONGEST_REST);
    const now = performance.now();
    const idle = Math.max(0, now - this.#since - time);
    this.#owed = Math.max(0, this.#owed - idle / FORGIVEN_IN) + Math.min(time, MOST_AT_ONCE);
    this.#since = now;
    return this.#owed <= MOST;
  }

  /** Starts anew after a pause, whose length in milliseconds it returns: all that is owed is forgiven in it. */
  pause(): number {
    const length = this.#owed * FORGIVEN_IN;
    this.#owed = 0;
    return length;
  }
}
