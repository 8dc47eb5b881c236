/** Text that is emptied before it is taken out: nothing of it is left to tell that it stood in a sentence. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PageIndex } from '../../../entrypoints/content-script/page-index.ts';
import { followedPage, zincMatcher } from '../support/followed-page.ts';

let life: AbortController;
let index: PageIndex;
let sentence: HTMLElement;
let text: Text;

beforeEach(async () => {
  document.body.innerHTML = '<section><p></p>zinc</section>';
  sentence = document.querySelector('section') as HTMLElement;
  text = sentence.lastChild as Text;
  life = new AbortController();
  index = followedPage(zincMatcher(), life.signal);
  await containers().toEqual([sentence]);
});
afterEach(() => life.abort());

const containers = () => expect.poll(() => [...index.containers()], { timeout: 8000 });

test('and is removed', async () => {
  text.data = '';
  text.remove();
  await containers().toEqual([]);
});

test('and is removed a moment later', async () => {
  text.data = '';
  await Promise.resolve();
  text.remove();
  await containers().toEqual([]);
});

test('after it was moved away', async () => {
  document.body.append(text);
  text.data = '';
  await containers().toEqual([]);
});
