/** The index that follows a page's changes must equal the index of a fresh scan, whatever the page does. */
import { expect, test } from 'vitest';
import { PLAYGROUNDS, playgrounds } from './playgrounds.ts';

const BURSTS = 25;

test(`after ${PLAYGROUNDS * BURSTS} random sequences of edits the index is that of a fresh scan`, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const life = new AbortController();
  const edit = playgrounds(seed, BURSTS, life.signal);
  let containers = 0;
  for (let burst = 0; burst < BURSTS; burst++) {
    const { followed, fresh } = await edit();
    expect(followed, `seed ${seed}, burst ${burst}`).toEqual(fresh);
    containers = fresh.length;
  }
  life.abort();
  expect(containers).toBeGreaterThan(PLAYGROUNDS);
}, 600_000);
