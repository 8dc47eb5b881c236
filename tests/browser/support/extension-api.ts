/** Stands in for the browser's extension API: storage that is real, a background that records, words from `locales/`. */
import { type Language, message } from './messages.ts';

type Area = 'local' | 'session';
type Listener = (changes: Record<string, { newValue?: unknown }>, area: Area) => void;

interface World {
  language: Language;
  readonly sent: unknown[];
  /** What the background answers to a message type. */
  readonly answers: Map<string, (message: never) => unknown>;
  tab: { id: number; windowId: number; url?: string };
  /** Whether the user lets the extension read sites, and whether the page of the tab takes scripts. */
  mayReadSites: boolean;
  takesScripts: boolean;
}

/** What a test sets up and looks at. */
export const world: World = {
  language: 'en',
  sent: [],
  answers: new Map(),
  tab: { id: 1, windowId: 1, url: 'https://www.example.org/article' },
  mayReadSites: true,
  takesScripts: true,
};

const listeners = new Set<Listener>();
const areas: Record<Area, Map<string, unknown>> = { local: new Map(), session: new Map() };

function area(name: Area) {
  const values = areas[name];
  const tell = (keys: string[]) => {
    const changes = Object.fromEntries(keys.map((key) => [key, { newValue: values.get(key) }]));
    for (const listener of listeners) listener(changes, name);
  };
  return {
    async get(keys: string | string[] | null) {
      const wanted = keys === null ? [...values.keys()] : typeof keys === 'string' ? [keys] : keys;
      return Object.fromEntries(wanted.filter((key) => values.has(key)).map((key) => [key, values.get(key)]));
    },
    async set(items: Record<string, unknown>) {
      for (const [key, value] of Object.entries(items)) values.set(key, value);
      tell(Object.keys(items));
    },
    async remove(key: string) {
      values.delete(key);
      tell([key]);
    },
    async clear() {
      const keys = [...values.keys()];
      values.clear();
      tell(keys);
    },
  };
}

export const browser = {
  i18n: { getMessage: (key: string, inserts?: string[]) => message(world.language, key, inserts) },
  runtime: {
    id: 'fascicle',
    getURL: (path: string) => path,
    openOptionsPage: async () => undefined,
    async sendMessage(sent: { type: string }) {
      world.sent.push(sent);
      const answer = await world.answers.get(sent.type)?.(sent as never);
      return answer ?? (sent.type === 'tab-report' ? undefined : true);
    },
  },
  storage: {
    local: area('local'),
    session: area('session'),
    onChanged: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  },
  tabs: { query: async () => [world.tab], sendMessage: async () => true, create: async () => undefined },
  extension: { isAllowedFileSchemeAccess: async () => false },
  permissions: { contains: async () => world.mayReadSites },
  scripting: {
    async executeScript() {
      if (!world.takesScripts) throw new Error('Frame with ID 0 is showing error page');
      return [];
    },
  },
  commands: {
    getAll: async () => [{ name: 'next-term', description: message('en', 'commandNext'), shortcut: 'Alt+.' }],
  },
};

/** As on the first day. */
export async function resetWorld(): Promise<void> {
  world.language = 'en';
  world.sent.length = 0;
  world.answers.clear();
  world.tab = { id: 1, windowId: 1, url: 'https://www.example.org/article' };
  world.mayReadSites = true;
  world.takesScripts = true;
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}
