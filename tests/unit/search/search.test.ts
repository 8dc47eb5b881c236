import { expect, test } from 'vitest';
import { compile } from '../../../core/knowledge/compile.ts';
import { buildIndex } from '../../../core/search/prebuilt.ts';
import { createSearch } from '../../../core/search/search.ts';
import { readDataFiles } from '../../../scripts/lib/data-files.ts';

const search = createSearch(buildIndex(compile(readDataFiles(process.cwd())).knowledge.entries));
const first = (query: string) => search(query)[0]?.id;

test.each([
  ['magnesium', 'magnesium'],
  ['  MAGNESIUM ', 'magnesium'],
  ['Mg', 'magnesium'],
  ['als', 'amyotrophic-lateral-sclerosis'],
  ['b 12', 'vitamin-b12'],
  ['b-12', 'vitamin-b12'],
  ['vit d', 'vitamin-d'],
  ['vitamin_d', 'vitamin-d'],
  ['charley horse', 'muscle-cramp'],
  ['pins and needles', 'paresthesia'],
  ['low potassium', 'hypokalemia'],
  ['hypokalaemia', 'hypokalemia'],
  ['cramps muscle', 'muscle-cramp'],
  ['why does my eyelid twitch', 'eyelid-twitch'],
  ['eyelidtwitch', 'eyelid-twitch'],
  ['fasiculations', 'fasciculation'],
  ['magnesum', 'magnesium'],
  ['magneisu', 'magnesium'],
  ['hypocalcimia', 'hypocalcemia'],
  ['hypocal', 'hypocalcemia'],
])('%s finds %s first', (query, id) => {
  expect(first(query)).toBe(id);
});

test.each(['', '   ', '???', 'asdfghjkl', 'the', 'and', 'weather tomorrow', 'mortgage calculator', '人間', 'qzx'])(
  '"%s" finds nothing',
  (query) => {
    expect(search(query)).toEqual([]);
  },
);

test('a result says which phrase it was found by, and which letters', () => {
  expect(search('charley ho')[0]).toMatchObject({
    id: 'muscle-cramp',
    by: 'form',
    phrase: 'charley horse',
    letters: [
      [0, 7],
      [8, 10],
    ],
  });
});

test('a beginning that is being typed finds names before other phrases', () => {
  expect(search('magn')[0]).toMatchObject({ id: 'magnesium', by: 'name', letters: [[0, 4]] });
});

test('no more results than asked for', () => {
  expect(search('m', 3)).toHaveLength(3);
});

test('a pasted page is cut, not searched', () => {
  expect(search('magnesium '.repeat(10_000))[0]?.id).toBe('magnesium');
});
