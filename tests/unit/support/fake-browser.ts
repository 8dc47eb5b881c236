/** As much of the browser's API as the background's messages and storage need, with the faults that storage can have. */

export const EXTENSION = 'chrome-extension://fascicle/';
type Items = Record<string, unknown>;
/** `broken`: neither read nor written; `half`: of several keys written together only the first arrives; `hanging`: no answer. */
export type Fault = 'none' | 'broken' | 'full' | 'half' | 'hanging';

export class FakeArea {
  data: Items = {};
  fault: Fault = 'none';
  /** Turns of the event loop that each call takes; a slow disk takes many, and not always as many. */
  turns: () => number = () => 1;
  writes = 0;
  readonly #changed: (changes: Items) => void;

  constructor(changed: (changes: Items) => void = () => undefined) {
    this.#changed = changed;
  }

  async get(keys: string | readonly string[] | null): Promise<Items> {
    await this.#pass();
    if (this.fault === 'broken') throw new Error('IO error: .ldb: Corruption: block checksum mismatch');
    const wanted = keys === null ? Object.keys(this.data) : [keys].flat();
    return structuredClone(
      Object.fromEntries(wanted.flatMap((key) => (Object.hasOwn(this.data, key) ? [[key, this.data[key]]] : []))),
    );
  }

  async set(items: Items): Promise<void> {
    await this.#pass();
    this.writes++;
    if (this.fault === 'full') throw new Error('Resource::kQuotaBytes quota exceeded');
    if (this.fault === 'broken') throw new Error('IO error: .log: Unable to create sequential file');
    const entries = Object.entries(structuredClone(items));
    const written = this.fault === 'half' ? entries.slice(0, 1) : entries;
    this.data = { ...this.data, ...Object.fromEntries(written) };
    this.#changed(Object.fromEntries(written));
    if (this.fault === 'half') throw new Error('IO error: short write');
  }

  async remove(keys: string | readonly string[]): Promise<void> {
    await this.#pass();
    this.writes++;
    if (this.fault !== 'none') throw new Error('IO error');
    const gone = new Set([keys].flat());
    this.data = Object.fromEntries(Object.entries(this.data).filter(([key]) => !gone.has(key)));
    this.#changed(Object.fromEntries([...gone].map((key) => [key, undefined])));
  }

  async #pass(): Promise<void> {
    if (this.fault === 'hanging') return new Promise(() => undefined);
    for (let turn = this.turns(); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
  }
}

type MessageListener = (message: unknown, sender: unknown, answer: (value: unknown) => void) => true;

export class FakeBrowser {
  readonly #changed: ((changes: Items, area: string) => void)[] = [];
  readonly #listeners: MessageListener[] = [];
  readonly #installed: ((details: { reason: string }) => void)[] = [];
  readonly #started: (() => void)[] = [];
  /** What was done to tabs: injections, tabs opened, badges. */
  readonly deeds: string[] = [];
  readonly storage = {
    local: new FakeArea((changes) => this.#tell(changes, 'local')),
    session: new FakeArea((changes) => this.#tell(changes, 'session')),
    onChanged: { addListener: (listener: (changes: Items, area: string) => void) => this.#changed.push(listener) },
  };
  readonly runtime = {
    id: 'fascicle',
    getURL: (path: string) => EXTENSION + path.replace(/^\//, ''),
    onMessage: { addListener: (listener: MessageListener) => this.#listeners.push(listener) },
    onInstalled: { addListener: (listener: (details: { reason: string }) => void) => this.#installed.push(listener) },
    onStartup: { addListener: (listener: () => void) => this.#started.push(listener) },
  };
  readonly scripting = {
    executeScript: async ({ files }: { files: string[] }) => this.deeds.push(`inject ${files}`),
  };
  readonly tabs = { create: async ({ url }: { url: string }) => this.deeds.push(`open ${url}`) };
  readonly action = { setBadgeText: async () => undefined };

  /** The answer to a message from `sender`. */
  send(message: unknown, sender: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      for (const listener of this.#listeners) listener(message, sender, resolve);
    });
  }

  /** The browser tells that it installed or updated the extension. */
  tellInstalled(reason: 'install' | 'update'): void {
    for (const listener of this.#installed) listener({ reason });
  }

  /** The browser tells of its start. */
  tellStarted(): void {
    for (const listener of this.#started) listener();
  }

  /** The worker was killed: its listeners and memory are gone, what is stored stays. */
  forgetListeners(): void {
    this.#listeners.length = 0;
    this.#installed.length = 0;
    this.#started.length = 0;
    this.#changed.length = 0;
  }

  #tell(changes: Items, area: string): void {
    for (const listener of this.#changed) listener(changes, area);
  }
}

export const ownPage = { id: 'fascicle', url: `${EXTENSION}popup.html`, origin: EXTENSION.slice(0, -1) };
/** Our script in the top frame of a tab that shows `url`. */
export const scriptAt = (url: string, tab = 7) => ({
  id: 'fascicle',
  url,
  origin: new URL(url).origin,
  frameId: 0,
  tab: { id: tab, url, windowId: 1, index: 0 },
});
