import { expect, it } from 'vitest';
import { citation } from '../../../core/knowledge/cite.ts';
import type { EntryView } from '../../../core/knowledge/view.ts';

it('says what the entry says and who says so, an address a line', () => {
  const entry = {
    name: 'Magnesium',
    answer: 'A mineral.',
    reviewed: '2026-01-02',
    cited: {
      a: { organisation: 'NIH', year: 2022, title: 'Magnesium', url: 'https://a.example/', consulted: '2026-01-01' },
      b: {
        organisation: 'NHS',
        year: 'undated',
        title: 'Vitamins',
        url: 'https://b.example/',
        consulted: 'not opened',
      },
    },
  } as unknown as EntryView;
  expect(citation(entry).split('\n')).toEqual([
    'Magnesium: A mineral.',
    '',
    'Sources',
    '- NIH (2022): Magnesium. https://a.example/',
    '- NHS: Vitamins. https://b.example/',
    '',
    'From Fascicle, reviewed 2026-01-02.',
  ]);
});
