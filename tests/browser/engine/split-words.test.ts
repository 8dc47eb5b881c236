/** Words split between text nodes, put together before anything is read. */
import { expect, test } from 'vitest';
import { SplitWords } from '../../../entrypoints/content-script/split-words.ts';
import { walk } from '../../../entrypoints/content-script/walk.ts';

function wordsIn(html: string): string[] {
  const place = document.createElement('div');
  place.innerHTML = html;
  const words = new SplitWords();
  const found: string[] = [];
  const text = (node: Text) => {
    const word = words.meet(node);
    if (word !== '') found.push(word);
  };
  const steps = walk(place, text, () => {});
  while (!steps.next().done);
  return found;
}

test.each([
  ['<b>M</b>agnesium', ['Magnesium']],
  ['of <i>m</i>agne<wbr>sium, and', ['magne', 'magnesium, and']],
  ['<i>z</i><i>i</i><i>n</i><i>c</i>', ['zi', 'zin', 'zinc']],
  ['<p>Title</p><p><span>M</span>agnesium</p>', ['Magnesium']],
  ['<p>Title</p>mag<b>nesium</b>', ['magnesium']],
  ['text<br>mag<b>nesium</b>', ['magnesium']],
  ['<b>text</b><img>mag<b>nesium</b>', ['magnesium']],
  ['name<span translate="no">mag</span>nesium', []],
  ['mag<b></b><!-- . --><a><i>nesium</i></a>', ['magnesium']],
  ['mag <b>nesium</b>', []],
  ['mag<b> nesium</b>', []],
  [`${'a'.repeat(50)}<b>${'b'.repeat(50)}</b>c`, ['a'.repeat(40) + 'b'.repeat(40), `${'b'.repeat(40)}c`]],
])('%s', (html, words) => {
  expect(wordsIn(html)).toEqual(words);
});

test('an empty text between two others', () => {
  const place = document.createElement('p');
  const texts = ['mag', '', 'nesium'].map((data) => new Text(data));
  place.append(...texts);
  const words = new SplitWords();
  expect(texts.map((text) => words.meet(text))).toEqual(['', '', 'magnesium']);
});

test('a text that left the page while it was walked', () => {
  const [gone, next] = [new Text('mag'), new Text('nesium')];
  const words = new SplitWords();
  expect([gone, next].map((text) => words.meet(text))).toEqual(['', '']);
});

test('as many empty elements as a page likes', () => {
  expect(wordsIn(`mag${'<b></b>'.repeat(39)}nesium`)).toEqual(['magnesium']);
  expect(wordsIn(`mag${'<b></b>'.repeat(100_000)}nesium`)).toEqual([]);
});
