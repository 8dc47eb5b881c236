import { expect, it } from 'vitest';
import type { Relation } from '../../../core/knowledge/knowledge.ts';
import { partsOf } from '../../../core/knowledge/parts.ts';
import type { EntryView } from '../../../core/knowledge/view.ts';

const entry = (...relations: [Relation, string][]) =>
  ({
    relations: relations.map(([relation, name]) => ({ relation, name, id: name.toLowerCase() })),
  }) as unknown as EntryView;
const names = (view: EntryView, text: string) => partsOf(view, text).map(({ name }) => name);

it('finds what too little or too much there is of, however the page says it', () => {
  const lack = entry(['deficiency of', 'Magnesium'], ['causes', 'Cramp']);
  expect(names(lack, 'magnesium deficiency')).toEqual(['Magnesium']);
  expect(names(lack, 'hypomagnesaemia')).toEqual(['Magnesium']);
});

it('finds a related entry whose name stands in the words on the page, once', () => {
  const test = entry(['measures', 'Vitamin D'], ['see also', 'Vitamin D'], ['see also', 'Calcium']);
  expect(names(test, 'vitamin-D blood test')).toEqual(['Vitamin D']);
});

it('finds no part in a single word', () => {
  expect(names(entry(['see also', 'Iron']), 'iron')).toEqual([]);
  expect(names(entry(['see also', 'Iron']), 'environment')).toEqual([]);
});
