import { expect, test } from 'vitest';
import { buildIndex } from '../../../core/search/prebuilt.ts';
import { createSearch } from '../../../core/search/search.ts';
import { knowledge } from '../support/knowledge.ts';

const search = createSearch(buildIndex(knowledge.entries));
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
  // Words that ask for a medicine stand for one another.
  ['cholesterol medicine', 'statin'],
  ['blood pressure drugs', 'diuretic'],
  // What people ask of any entry, and where they feel it, says less than what they feel.
  ['side effects of statins', 'statin'],
  ['early symptoms of ms', 'multiple-sclerosis'],
  ['magnesium rich foods', 'magnesium'],
])('%s finds %s first', (query, id) => {
  expect(first(query)).toBe(id);
});

test.each(['', '   ', '???', 'asdfghjkl', 'the', 'and', 'weather tomorrow', 'mortgage calculator', '人間', 'qzx'])(
  '"%s" finds nothing',
  (query) => {
    expect(search(query)).toEqual([]);
  },
);

test('low and high are not the same question', () => {
  expect(first('high potassium')).toBe('hyperkalemia');
  expect(first('low potassium')).toBe('hypokalemia');
});

test('a question about something else stays without an answer, whatever it asks of it', () => {
  expect(search('side effects of mortgages')).toEqual([]);
});

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

test.each([
  ['charley ho', 'muscle-cramp', 'hormone'],
  ['heart flutter', 'palpitations', 'eyelid-twitch'],
])('beside what "%s" means, nothing stands that only shares a word with it', (query, meant, other) => {
  const ids = search(query, 12).map(({ id }) => id);
  expect(ids[0]).toBe(meant);
  expect(ids).not.toContain(other);
});

test('where nothing is meant as a whole, what shares known words with the query is better than nothing', () => {
  expect(search('b12 spray').map(({ id }) => id)).toContain('vitamin-b12-injection');
});

test('a beginning that is being typed finds names before other phrases', () => {
  expect(search('magn')[0]).toMatchObject({ id: 'magnesium', by: 'name', letters: [[0, 4]] });
});

test('no more results than asked for', () => {
  expect(search('m', 3)).toHaveLength(3);
});

test('a pasted page is cut, not searched', () => {
  expect(search('magnesium '.repeat(10_000))[0]?.id).toBe('magnesium');
  expect(search(`${'the '.repeat(20)}magnesium`)[0]?.id).toBe('magnesium');
  expect(search(`${'the '.repeat(200)}magnesium`)).toEqual([]);
});

test('beside what is named so, nothing stands that only mentions it', () => {
  expect(search('antacids', 12).map(({ id }) => id)).toEqual(['antacid']);
});

test('a word that stands in answers and facts alone finds the entries that mention it, where it is long enough to tell', () => {
  expect(search('sunscreen').map(({ by }) => by)).toContain('prose');
  expect(search('ward')).toEqual([]);
});
