/** When changes are read: once the page is quiet for a moment, so that a burst is read once, however long it is. */

/** Milliseconds without a change that count as quiet. */
const QUIET = 120;
/** Longest wait for quiet: a page that never stops is read all the same. */
const LATEST = 2000;

export class Lull {
  readonly #then: () => void;
  #first = 0;
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `then` is called at the next lull after something changed. */
  constructor(then: () => void) {
    this.#then = then;
  }

  /** Something changed now. `rest` is the least wait from the first change on, in milliseconds. */
  changed(rest: number): void {
    this.#last = performance.now();
    if (this.#timer !== undefined) return;
    this.#first = this.#last;
    this.#wait(Math.max(QUIET, rest));
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(time: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const left = Math.min(this.#last + QUIET, this.#first + LATEST) - performance.now();
      if (left > 1) this.#wait(left);
      else this.#then();
    }, time);
  }
}
