/** A name inside a sentence that becomes an editor by its class alone, and is written anew at the same time. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileLexicon } from '../../../core/matching/compile.ts';
import { createMatcher } from '../../../core/matching/matcher.ts';
import { Changes } from '../../../entrypoints/content-script/changes.ts';
import type { PageIndex } from '../../../entrypoints/content-script/page-index.ts';
import { Roots } from '../../../entrypoints/content-script/roots.ts';
import { pageIndex } from '../support/page-index.ts';

const zinc = { id: 'zinc', forms: [{ text: 'zinc', case: 'any', inflect: 'noun' }] };
const none = { health: { strong: [], weak: [] }, other: [] };
const matcher = createMatcher(
  compileLexicon({ entries: [zinc], vocabularies: none } as unknown as Parameters<typeof compileLexicon>[0]).payload,
);

let life: AbortController;
let index: PageIndex;

beforeEach(() => {
  Reflect.set(globalThis, 'chrome', {});
  document.body.innerHTML = '<p id="sentence">zinc <slot id="name">and more zinc</slot></p>';
  life = new AbortController();
  index = pageIndex(matcher, () => true, life.signal);
  const listener = { paused() {}, settle: () => [].values(), settled() {}, writtenAnew() {} };
  const changes: Changes = new Changes(
    matcher.mayMatch,
    index,
    listener,
    new Roots((found) => changes.add(found), life.signal),
    life.signal,
  );
  changes.add(document);
});
afterEach(() => life.abort());

const texts = () => {
  const sentence = document.getElementById('sentence') as HTMLElement;
  return index.blocksIn(sentence).map(({ text }) => text);
};

test('leaves the sentence around it', async () => {
  await expect.poll(texts, { timeout: 8000 }).toEqual(['zinc and more zinc']);
  const name = document.getElementById('name') as HTMLElement;
  name.textContent = 'other zinc';
  name.className = 'CodeMirror';
  await expect.poll(texts, { timeout: 8000 }).toEqual(['zinc \ufffc']);
  name.className = '';
  await expect.poll(texts, { timeout: 15_000 }).toEqual(['zinc other zinc']);
}, 40_000);
