/**
 * The matcher's end in the page. It is told the text of blocks and answers what is meant in them; the lexicon and the work
 * are in the background, which may have forgotten what it was told: then it is told everything again.
 */
import type { Settled } from '../../core/matching/known-page.ts';
import type { PageText, Settlement } from '../../core/messages/schema.ts';

/** Asks the background; undefined where nobody answers. */
export type Ask = (message: PageText) => Promise<unknown>;

/** UTF-16 code units and blocks in one message; the schema allows more. */
const MOST_TEXT = 60_000;
const MOST_BLOCKS = 5000;
/** Times that everything is said from the beginning before it is left for later. */
const TRIES = 3;

export class FarMatcher {
  readonly #version: string;
  readonly #ask: Ask;
  readonly #signal: AbortSignal;
  #name = newName();
  #step = 0;
  #last = 0;
  /** Texts by the number of their block: those that the background was told, and those that it was not. */
  #said = new Map<number, string>();
  #unsaid = new Map<number, string>();
  #removed: number[] = [];
  /** Length of all texts, in UTF-16 code units. */
  characters = 0;
  /** Milliseconds of the background that were spent so far. */
  took = 0;

  /** `version` is that of the lexicon. Nothing is said after the signal aborts. */
  constructor(version: string, ask: Ask, signal: AbortSignal) {
    this.#version = version;
    this.#ask = ask;
    this.#signal = signal;
  }

  /** Texts that are kept. */
  get size(): number {
    return this.#said.size + this.#unsaid.size;
  }

  /** Takes a block's text in; returns the number that it goes by. */
  add(text: string): number {
    const id = ++this.#last;
    this.#unsaid.set(id, text);
    this.characters += text.length;
    return id;
  }

  remove(id: number): void {
    if (this.#forget(this.#said, id)) this.#removed.push(id);
    else this.#forget(this.#unsaid, id);
  }

  /**
   * Says what is new and hands on what is answered. `order` gives the numbers of all blocks as they stand on the page.
   * Returns false where nobody answers.
   */
  async settle(order: () => Promise<number[]>, take: (settled: readonly Settled[]) => Promise<void>): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries++) {
      if (await this.#converse(order, take)) return true;
      if (this.#signal.aborted) return false;
      this.#sayAllAgain();
    }
    return false;
  }

  /** Returns false where the background does not know, or does not answer. */
  async #converse(
    order: () => Promise<number[]>,
    take: (settled: readonly Settled[]) => Promise<void>,
  ): Promise<boolean> {
    let next: Settlement['next'] = 'text';
    while (next !== 'text' || this.#unsaid.size + this.#removed.length > 0) {
      const text = this.#nextText();
      const answer = await this.#say(next === 'order' ? { ...text, order: await order() } : text);
      if (!answer || this.#signal.aborted) return false;
      this.took += answer.took;
      for (const [id, matches] of answer.settled) if (!matches) this.#forget(this.#said, id);
      await take(answer.settled);
      next = answer.next;
    }
    return true;
  }

  #sayAllAgain(): void {
    this.#name = newName();
    this.#step = 0;
    this.#removed = [];
    for (const [id, text] of this.#unsaid) this.#said.set(id, text);
    this.#unsaid = this.#said;
    this.#said = new Map();
  }

  /** What fits in one message of what is to be said. */
  #nextText(): Pick<PageText, 'removed' | 'added' | 'settle'> {
    const removed = this.#removed.splice(0, MOST_BLOCKS);
    const added: [number, string][] = [];
    let characters = 0;
    for (const [id, text] of this.#unsaid) {
      if (characters > MOST_TEXT || added.length >= MOST_BLOCKS) break;
      characters += text.length;
      added.push([id, text]);
      this.#unsaid.delete(id);
      this.#said.set(id, text);
    }
    return { removed, added, settle: this.#unsaid.size + this.#removed.length === 0 };
  }

  /** Returns whether there was such a text. */
  #forget(texts: Map<number, string>, id: number): boolean {
    this.characters -= texts.get(id)?.length ?? 0;
    return texts.delete(id);
  }

  async #say(text: Omit<PageText, 'type' | 'version' | 'name' | 'step'>): Promise<Settlement | undefined> {
    if (this.#signal.aborted) return undefined;
    const message = { type: 'read', version: this.#version, name: this.#name, step: this.#step++, ...text } as const;
    const answer = (await this.#ask(message)) as Partial<Settlement> | null | undefined;
    return answer?.settled && answer.next ? (answer as Settlement) : undefined;
  }
}

const newName = (): string => Math.random().toString(36).slice(2);
