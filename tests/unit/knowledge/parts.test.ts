import { describe, expect, it } from 'vitest';
import type { Relation } from '../../../core/knowledge/knowledge.ts';
import { isOwnPart, partsOf } from '../../../core/knowledge/parts.ts';
import type { Category } from '../../../core/knowledge/schema.ts';
import type { EntryView } from '../../../core/knowledge/view.ts';

const entry = (...relations: [Relation, string][]) =>
  ({
    name: 'An entry',
    relations: relations.map(([relation, name]) => ({ relation, name, id: name.toLowerCase() })),
  }) as unknown as EntryView;
const view = (category: Category, name: string, ...relations: [Relation, string][]) =>
  ({ ...entry(...relations), category, name, id: name.toLowerCase() }) as EntryView;
const names = (whole: EntryView, text: string, ...found: EntryView[]) =>
  partsOf(whole, text, found).map(({ name }) => name);

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

it('finds in an abbreviation what the words name that it is short for', () => {
  const cord = view('anatomy', 'Central nervous system', ['part of', 'Nervous system'], ['see also', 'Caffeine']);
  expect(names(cord, 'CNS')).toEqual(['Nervous system']);
  expect(names(view('condition', 'Kidney disease', ['see also', 'Kidney']), 'CKD')).toEqual([]);
});

describe('what was found in the words', () => {
  const cramp = view('symptom', 'Muscle cramp', ['see also', 'Muscle']);

  it('comes first, and once', () => {
    expect(names(cramp, 'cramp of a calf muscle', view('anatomy', 'Calf'), view('anatomy', 'Muscle'))).toEqual([
      'Calf',
      'Muscle',
    ]);
  });

  it('is left out where the card speaks of it as another kind of the same thing', () => {
    const joints = view('condition', 'Arthritis of the young', ['kind of', 'Joint disease']);
    expect(names(joints, 'arthritis', view('condition', 'Joint disease'))).toEqual([]);
    expect(names(view('symptom', 'Chest pain'), 'chest pain', view('symptom', 'Pain'))).toEqual(['Pain']);
    expect(names(view('anatomy', 'Calf'), 'calf muscle', view('anatomy', 'Muscle'))).toEqual(['Muscle']);
  });

  it('stays in the body, which is made of parts, whatever kind they are of', () => {
    const calf = view('anatomy', 'Calf', ['kind of', 'Muscle']);
    expect(isOwnPart(calf, view('anatomy', 'Muscle'), 'calf')).toBe(true);
    const cramp = view('symptom', 'Cramp', ['kind of', 'Spasm']);
    expect(isOwnPart(cramp, view('symptom', 'Spasm'), 'cramp')).toBe(false);
  });

  it('stays where the words speak of several of that kind', () => {
    const complex = view('nutrient', 'B vitamins', ['kind of', 'Vitamin']);
    expect(names(complex, 'B vitamins', view('nutrient', 'Vitamin'))).toEqual(['Vitamin']);
    const sparing = view('medicine', 'Potassium-sparing diuretic');
    expect(names(sparing, 'potassium-sparing diuretics', view('medicine', 'Diuretic (water pill)'))).toHaveLength(1);
  });

  it('stays where it is another thing of the same category', () => {
    const nerves = view(
      'condition',
      'Diabetic neuropathy',
      ['caused by', 'Diabetes'],
      ['kind of', 'Peripheral neuropathy'],
    );
    expect(
      names(nerves, 'diabetic neuropathy', view('condition', 'Diabetes'), view('condition', 'Peripheral neuropathy')),
    ).toEqual(['Diabetes']);
  });
});
