/**
 * The matcher's end in the page. It is told the text of blocks and answers what is meant in them; the lexicon and the work
 * are in the background, which may have forgotten what it was told: then it is told everything again.
 */
import type { Settled } from '../../core/matching/reading.ts';
import type { PageText, Settlement } from '../../core/messages/schema.ts';

/** Asks the background; undefined where nobody answers. */
export type Ask = (message: PageText) => Promise<unknown>;

/** UTF-16 code units and numbers of blocks in one message. */
const MOST_TEXT = 60_000;
const MOST_REMOVED = 5000;
/** Times that everything is said from the beginning, and milliseconds between two of them for each that failed. */
const TRIES = 4;
const WAIT = 500;

export class FarMatcher {
  readonly #version: string;
  readonly #ask: Ask;
  #name = newName();
  #step = 0;
  #last = 0;
  readonly #texts = new Map<number, string>();
  #unsaid = new Map<number, string>();
  #removed: number[] = [];
  #characters = 0;

  /** `version` is that of the lexicon. */
  constructor(version: string, ask: Ask) {
    this.#version = version;
    this.#ask = ask;
  }

  /** Length of all texts, in UTF-16 code units. */
  get characters(): number {
    return this.#characters;
  }

  /** Takes a block's text in; returns the number that it goes by. */
  add(text: string): number {
    const id = ++this.#last;
    this.#texts.set(id, text);
    this.#unsaid.set(id, text);
    this.#characters += text.length;
    return id;
  }

  remove(id: number): void {
    if (this.#forget(id) && !this.#unsaid.delete(id)) this.#removed.push(id);
  }

  /**
   * Says what is new and hands on what is answered. `order` gives the numbers of all blocks as they stand on the page.
   * Returns false where nobody answers.
   */
  async settle(order: () => Promise<number[]>, take: (settled: readonly Settled[]) => Promise<void>): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries++) {
      if (tries > 1) await new Promise((resolve) => setTimeout(resolve, WAIT * tries));
      if (this.#unsaid.size + this.#removed.length === 0) return true;
      if (await this.#converse(order, take)) return true;
      this.#name = newName();
      this.#step = 0;
      this.#removed = [];
      this.#unsaid = new Map(this.#texts);
    }
    return false;
  }

  /** Returns false where the background does not know, or does not answer. */
  async #converse(
    order: () => Promise<number[]>,
    take: (settled: readonly Settled[]) => Promise<void>,
  ): Promise<boolean> {
    let next: Settlement['next'] = 'settle';
    while (next !== 'text' || this.#unsaid.size + this.#removed.length > 0) {
      const text = this.#nextText();
      const answer = await this.#say(next === 'order' ? { ...text, order: await order() } : text);
      if (!answer) return false;
      for (const [id, matches] of answer.settled) if (!matches) this.#forget(id);
      await take(answer.settled);
      next = answer.next;
    }
    return true;
  }

  /** Returns whether there was such a text. */
  #forget(id: number): boolean {
    this.#characters -= this.#texts.get(id)?.length ?? 0;
    return this.#texts.delete(id);
  }

  /** What fits in one message of what is to be said. */
  #nextText(): Pick<PageText, 'removed' | 'added' | 'settle'> {
    const removed = this.#removed.splice(0, MOST_REMOVED);
    const added: [number, string][] = [];
    let characters = 0;
    for (const [id, text] of this.#unsaid) {
      if (characters > MOST_TEXT) break;
      characters += text.length;
      added.push([id, text]);
      this.#unsaid.delete(id);
    }
    return { removed, added, settle: this.#unsaid.size + this.#removed.length === 0 };
  }

  async #say(text: Omit<PageText, 'type' | 'version' | 'name' | 'step'>): Promise<Settlement | undefined> {
    const message = { type: 'read', version: this.#version, name: this.#name, step: this.#step++, ...text } as const;
    const answer = (await this.#ask(message)) as Partial<Settlement> | null | undefined;
    return answer?.settled && answer.next ? (answer as Settlement) : undefined;
  }
}

const newName = (): string => Math.random().toString(36).slice(2);
