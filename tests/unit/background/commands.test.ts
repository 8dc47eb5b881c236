/** The keys that go from mark to mark: through a frame, on to the next, round the tab, past frames that are gone. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

const { browser, fake } = vi.hoisted(() => {
  const session: Record<string, unknown> = {};
  const marks = new Map<number, number>();
  const at = new Map<number, number>();
  const opened: string[] = [];
  const fake = { session, marks, at, opened };
  const step = async (
    _tab: number,
    { by, fresh }: { by: 1 | -1; fresh: boolean },
    { frameId }: { frameId: number },
  ) => {
    const count = marks.get(frameId);
    if (count === undefined) throw new Error('Could not establish connection.');
    const place = fresh ? (by === 1 ? 0 : count - 1) : (at.get(frameId) ?? -1) + by;
    if (place < 0 || place >= count) return false;
    at.set(frameId, place);
    opened.push(`${frameId}:${place}`);
    return true;
  };
  const browser = {
    storage: {
      session: {
        get: async (keys: string | null) => (keys === null ? { ...session } : { [keys]: session[keys] }),
        set: async (items: Record<string, unknown>) => void Object.assign(session, items),
      },
    },
    tabs: { sendMessage: step, query: async () => [{ id: 7 }] },
    commands: { onCommand: { addListener: (heard: (name: string, tab?: unknown) => void) => void fakeKey(heard) } },
  };
  let heard: (name: string, tab?: unknown) => void = () => undefined;
  function fakeKey(listener: typeof heard) {
    heard = listener;
  }
  return { browser, fake: { ...fake, press: (name: string, tab?: unknown) => heard(name, tab) } };
});
vi.mock('wxt/browser', () => ({ browser }));

const { listenToCommands, stepInTab } = await import('../../../entrypoints/background/commands.ts');
const TAB = 7;

/** Frames of the tab with so many marks each; a frame without a number is gone. */
function show(frames: Readonly<Record<number, number | undefined>>): void {
  const reports = Object.keys(frames).map((frame) => [frame, { terms: [['zinc', 1]], paused: false }]);
  fake.session[`tab:${TAB}`] = { frames: Object.fromEntries(reports), unwanted: false };
  for (const [frame, count] of Object.entries(frames)) {
    if (count !== undefined) fake.marks.set(Number(frame), count);
  }
}

async function steps(...by: (1 | -1)[]): Promise<string[]> {
  for (const one of by) await stepInTab(TAB, one);
  return fake.opened.splice(0);
}

beforeEach(() => {
  for (const key of Object.keys(fake.session)) delete fake.session[key];
  fake.marks.clear();
  fake.at.clear();
  fake.opened.length = 0;
});

describe('The next term', () => {
  it('is the first of the page, then each in turn, through all frames and round again', async () => {
    show({ 0: 2, 5: 1 });
    expect(await steps(1, 1, 1, 1)).toEqual(['0:0', '0:1', '5:0', '0:0']);
  });

  it('comes round in a page of one frame', async () => {
    show({ 0: 2 });
    expect(await steps(1, 1, 1)).toEqual(['0:0', '0:1', '0:0']);
  });

  it('is looked for in the frames that are still there', async () => {
    show({ 0: 1, 3: undefined, 5: 1 });
    expect(await steps(1, 1, 1)).toEqual(['0:0', '5:0', '0:0']);
    fake.marks.delete(0);
    expect(await steps(1, 1)).toEqual(['5:0', '5:0']);
  });

  it('is none on a page without any', async () => {
    expect(await steps(1, -1)).toEqual([]);
    show({ 0: undefined });
    expect(await steps(1, -1)).toEqual([]);
  });

  it('of another tab does not change the place in this one', async () => {
    show({ 0: 2 });
    await steps(1);
    await stepInTab(8, 1);
    expect(await steps(1)).toEqual(['0:1']);
  });
});

describe('The previous term', () => {
  it('is the last of the page, then each before it, through all frames and round again', async () => {
    show({ 0: 2, 5: 1 });
    expect(await steps(-1, -1, -1, -1)).toEqual(['5:0', '0:1', '0:0', '5:0']);
  });

  it('after a next one leads back over the border of a frame', async () => {
    show({ 0: 1, 5: 1 });
    expect(await steps(1, 1, -1)).toEqual(['0:0', '5:0', '0:0']);
  });
});

describe('The keys', () => {
  it('work in the tab that the browser names, or in the one in front', async () => {
    show({ 0: 3 });
    listenToCommands();
    for (const tab of [{ id: TAB }, undefined]) {
      fake.press('next-term', tab);
      await vi.waitFor(() => expect(fake.opened).toHaveLength(1));
      fake.opened.length = 0;
    }
    fake.press('previous-term');
    await vi.waitFor(() => expect(fake.opened).toEqual(['0:0']));
    fake.press('something-else', { id: TAB });
    expect(fake.opened).toEqual(['0:0']);
  });
});
