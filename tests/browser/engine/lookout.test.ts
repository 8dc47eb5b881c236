/** A page that has a mark, whatever it did before, is one that the lookout sends for the engine for. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileTriggers } from '../../../core/matching/compile-triggers.ts';
import { openTriggers } from '../../../core/matching/triggers.ts';
import { type Accepts, lookOut } from '../../../entrypoints/content-script/lookout.ts';
import { matcherOf, scannedPage } from '../support/followed-page.ts';
import { type Edit, edits, perform } from './edits.ts';

const PAGES = 100;
const EDITS = 12;
/** Milliseconds within which a change is looked at. */
const PATIENCE = 20_000;

const entries = ['zinc', 'magnesium', 'fasciculation'].map((text) => ({
  id: text,
  forms: [{ text, case: 'any' as const, inflect: 'noun' as const }],
}));
const matcher = matcherOf(entries);
const triggers = compileTriggers(entries as unknown as Parameters<typeof compileTriggers>[0]);

const wait = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function hasMarks(signal: AbortSignal): Promise<boolean> {
  const index = await scannedPage(matcher, signal);
  return [...index.containers()].some((container) => (index.settledIn(container)?.length ?? 0) > 0);
}

/** Looks out in the document as it is; answers whether the engine was sent for. */
function lookingOut(signal: AbortSignal, accepts: Accepts = () => true): () => boolean {
  Reflect.set(globalThis, 'chrome', {});
  let isFound = false;
  const found = () => {
    isFound = true;
  };
  lookOut(openTriggers(triggers), () => Promise.resolve(accepts), found, signal);
  return () => isFound;
}

test.each([
  ['contenteditable', 'true'],
  ['role', 'textbox'],
  ['lang', 'de'],
])('text that is prose once its %s is gone', async (name, value) => {
  document.body.innerHTML = `<div ${name}="${value}">zinc</div>`;
  const life = new AbortController();
  const isFound = lookingOut(life.signal, (parent) => !(parent as Element).matches('[lang=de]'));
  await wait(300);
  expect(isFound()).toBe(false);
  document.body.firstElementChild?.removeAttribute(name);
  await expect.poll(isFound, { timeout: PATIENCE }).toBe(true);
  life.abort();
});

test(`${PAGES} random pages`, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const sequences: Edit[][] = fc.sample(fc.array(edits, { maxLength: EDITS }), { numRuns: PAGES, seed });
  let withMarks = 0;
  for (const [at, sequence] of sequences.entries()) {
    const playground = document.createElement('div');
    document.body.replaceChildren(playground);
    const life = new AbortController();
    const isFound = lookingOut(life.signal);
    for (const [round, edit] of sequence.entries()) {
      perform(edit, playground);
      if (round % 3 === 2) await wait(130);
    }
    if (await hasMarks(life.signal)) {
      withMarks++;
      await expect
        .poll(isFound, {
          timeout: PATIENCE,
          message: `seed ${seed}, page ${at}: ${playground.outerHTML} ${JSON.stringify(sequence)}`,
        })
        .toBe(true);
    }
    life.abort();
  }
  expect(withMarks).toBeGreaterThan(PAGES / 10);
}, 600_000);
