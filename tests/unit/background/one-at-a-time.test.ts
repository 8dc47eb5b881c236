/** What pages can ask for without end is done in turn, and once for all that waited. */
import { expect, it } from 'vitest';
import { oneAtATime } from '../../../entrypoints/background/one-at-a-time.ts';

/** Runs that are ended by hand. */
function byHand() {
  const begun: string[] = [];
  const ends: ((fails: boolean) => void)[] = [];
  const ask = oneAtATime((key: string) => {
    begun.push(key);
    return new Promise<void>((resolve, reject) => {
      ends.push((fails) => (fails ? reject(new Error('failed')) : resolve()));
    });
  });
  const end = async (fails = false) => {
    ends.shift()?.(fails);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { ask, begun, end };
}

it('is done once more for all that asked meanwhile, not as often again', async () => {
  const { ask, begun, end } = byHand();
  const asked = Array.from({ length: 500 }, () => ask('a'));
  expect(begun).toEqual(['a']);
  await end();
  expect(begun).toEqual(['a', 'a']);
  const late = ask('a');
  await end();
  await Promise.all(asked);
  expect(begun).toEqual(['a', 'a', 'a']);
  await end();
  await late;
  void ask('a');
  expect(begun).toHaveLength(4);
});

it('is done for others at the same time', () => {
  const { ask, begun } = byHand();
  void ask('a');
  void ask('b');
  expect(begun).toEqual(['a', 'b']);
});

it('is done again after a failure, of which only those are told that it was for', async () => {
  const { ask, begun, end } = byHand();
  const first = expect(ask('a')).rejects.toThrow('failed');
  const second = ask('a');
  await end(true);
  await first;
  await end();
  await second;
  expect(begun).toEqual(['a', 'a']);
});
