import { describe, expect, it } from 'vitest';
import type { Relation } from '../../../core/knowledge/knowledge.ts';
import { partsOf } from '../../../core/knowledge/parts.ts';
import type { Category } from '../../../core/knowledge/schema.ts';
import type { EntryView } from '../../../core/knowledge/view.ts';

const entry = (...relations: [Relation, string][]) =>
  ({
    relations: relations.map(([relation, name]) => ({ relation, name, id: name.toLowerCase() })),
  }) as unknown as EntryView;
const names = (view: EntryView, text: string, ...found: EntryView[]) =>
  partsOf(view, text, found).map(({ name }) => name);

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

describe('what was found in the words', () => {
  const view = (category: Category, name: string) =>
    ({ ...entry(['see also', 'Muscle']), category, name, id: name.toLowerCase() }) as EntryView;
  const cramp = view('symptom', 'Muscle cramp');

  it('comes first, and once', () => {
    expect(names(cramp, 'cramp of a calf muscle', view('anatomy', 'Calf'), view('anatomy', 'Muscle'))).toEqual([
      'Calf',
      'Muscle',
    ]);
  });

  it('is left out where it is another kind of the same thing', () => {
    expect(names(cramp, 'painful cramp', view('symptom', 'Pain'))).toEqual([]);
    expect(names(view('nutrient', 'Vitamin D'), 'vitamin D', view('nutrient', 'Vitamin'))).toEqual([]);
    expect(names(view('anatomy', 'Calf'), 'calf muscle', view('anatomy', 'Muscle'))).toEqual(['Muscle']);
  });
});
