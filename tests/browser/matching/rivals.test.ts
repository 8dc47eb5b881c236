/** The benchmark compares equals: every other candidate finds at least the plain forms that our matcher marks. */
import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { compile } from '../../../core/knowledge/compile.ts';
import { compileLexicon } from '../../../core/matching/compile.ts';
import { ours } from '../../bench/matching/ours.ts';
import { plainForms } from '../../bench/matching/plain-forms.ts';
import { type Find, RIVALS } from '../../bench/matching/rivals.ts';

const paths = Object.keys(import.meta.glob('../../../data/**/*.yaml')).map((path) => path.replace(/^(\.\.\/)*/, ''));
const files = paths.map(async (path) => ({ path, text: await commands.readFile(path, 'utf-8') }));
const { knowledge } = compile(await Promise.all(files));
const forms = plainForms(knowledge.entries);
const known = new Set(forms);

/** Our own prose, an entry a paragraph. */
const paragraphs = knowledge.entries.map(({ name, answer, facts }) => {
  const paragraph = document.createElement('p');
  paragraph.textContent = [name, answer, ...facts.map(({ text }) => text)].join(' ');
  return paragraph;
});

function foundIn(find: Find, paragraph: HTMLElement): string[] {
  const texts: string[] = [];
  find(paragraph, (text) => texts.push(text.toLowerCase()));
  return texts;
}

const find = ours(compileLexicon(knowledge).payload);
const expected = paragraphs.map((paragraph) => foundIn(find, paragraph).filter((text) => known.has(text)));

test('our matcher finds plain forms in most of the entries', () => {
  expect(expected.filter((texts) => texts.length > 0).length).toBeGreaterThan(paragraphs.length / 2);
});

test.for(Object.entries(RIVALS))('%s finds them too', ([, candidate]) => {
  const find = candidate(forms);
  const missed = paragraphs.flatMap((paragraph, i) => {
    const found = foundIn(find, paragraph);
    return (expected[i] ?? []).filter((text) => !found.some((other) => other.includes(text) || reaches(other, text)));
  });
  expect(missed).toEqual([]);
});

/** Where two forms share a word, an expression takes the one that begins first. */
const reaches = (before: string, text: string): boolean => before.endsWith(` ${text.split(' ', 1)[0]}`);
