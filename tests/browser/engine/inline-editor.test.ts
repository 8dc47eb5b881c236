/** A name inside a sentence that becomes an editor by its class alone, and is written anew at the same time. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PageIndex } from '../../../entrypoints/content-script/page-index.ts';
import { followedPage, zincMatcher } from '../support/followed-page.ts';

let life: AbortController;
let index: PageIndex;

beforeEach(() => {
  document.body.innerHTML = '<p id="sentence">zinc <slot id="name">and more zinc</slot></p>';
  life = new AbortController();
  index = followedPage(zincMatcher(), life.signal);
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
