/** Pages of a given size, made of our own article. */
import { ARTICLE } from '../../../entrypoints/welcome/article.ts';

const SENTENCES = ARTICLE.sections.flatMap(({ parts }) => parts.flat()).filter((text) => text.length > 40);
/** Prose without a health term, so that a page is not more of a medical text than a long article is. */
const FILLER =
  'The committee met in the old town hall, where the windows look over the river, and put off its decision until spring.';

const sentence = (i: number): string => (i % 3 === 0 ? (SENTENCES[(i / 3) % SENTENCES.length] ?? FILLER) : FILLER);
const asPage = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Made</title><body>${body}</body></html>`;

/** An article of about `megabytes`. */
export function longArticle(megabytes: number): string {
  const paragraphs: string[] = [];
  for (let i = 0, size = 0; size < megabytes * 1e6; i++) {
    const text = `<p>${[0, 1, 2, 3].map((at) => sentence(4 * i + at)).join(' ')}</p>`;
    paragraphs.push(text);
    size += text.length;
  }
  return asPage(paragraphs.join('\n'));
}

/** `count` text nodes of a few words each, as in a huge table. */
export function manyNodes(count: number): string {
  const words = SENTENCES.join(' ').split(' ');
  const rows: string[] = [];
  for (let i = 0; i < count / 10; i++) {
    const cells = Array.from({ length: 5 }, (_, at) => {
      const from = (i * 7 + at * 3) % (words.length - 4);
      return `<i>${words[from]} ${words[from + 1]}</i> <b>${words[from + 2]}</b>`;
    });
    rows.push(`<div>${cells.join('')}</div>`);
  }
  return asPage(rows.join(''));
}

/** A page with `count` marks, one in each paragraph. */
export function manyMarks(count: number): string {
  return asPage(
    Array.from({ length: count }, (_, i) => `<p id="p${i}">Note ${i}: magnesium was measured again.</p>`).join('\n'),
  );
}
