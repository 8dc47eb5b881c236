/** A shadow host that is moved takes its text along: into an editor, where nothing is marked, and out of it again. */
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
  document.body.innerHTML = '<div id="editor" contenteditable>zinc</div><div id="host"></div>';
  const root = (document.getElementById('host') as HTMLElement).attachShadow({ mode: 'open' });
  root.innerHTML = '<p>zinc</p><div id="inner"></div>';
  (root.getElementById('inner') as HTMLElement).attachShadow({ mode: 'open' }).innerHTML = '<p>more zinc</p>';
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
