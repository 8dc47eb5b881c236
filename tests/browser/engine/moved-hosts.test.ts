/** A shadow host that is moved takes its text along: into an editor, where nothing is marked, and out of it again. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PageIndex } from '../../../entrypoints/content-script/page-index.ts';
import { followedPage, zincMatcher } from '../support/followed-page.ts';

let life: AbortController;
let index: PageIndex;

beforeEach(() => {
  document.body.innerHTML = '<div id="editor" contenteditable>zinc</div><div id="host"></div>';
  const root = (document.getElementById('host') as HTMLElement).attachShadow({ mode: 'open' });
  root.innerHTML = '<p>zinc</p><div id="inner"></div>';
  (root.getElementById('inner') as HTMLElement).attachShadow({ mode: 'open' }).innerHTML = '<p>more zinc</p>';
  life = new AbortController();
  index = followedPage(zincMatcher(), life.signal);
});
afterEach(() => life.abort());

const marks = () => expect.poll(() => index.size, { timeout: 8000 });

test('moved into an editor that was typed into before, and out again', async () => {
  const [editor, host] = ['editor', 'host'].map((id) => document.getElementById(id) as HTMLElement);
  await marks().toBe(2);
  // What was typed is known to have been read when a paragraph that came with it was.
  editor?.append('more');
  const paragraph = document.body.appendChild(document.createElement('p'));
  paragraph.textContent = 'zinc';
  await marks().toBe(3);
  editor?.append(host as HTMLElement);
  await marks().toBe(1);
  document.body.append(host as HTMLElement);
  await marks().toBe(3);
});
