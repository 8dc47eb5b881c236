import { describe, expect, it } from 'vitest';
import { marksOf } from './support.ts';

describe('what the page says elsewhere', () => {
  it('settles an ambiguous word: the same sentence on two pages', () => {
    const sentence = 'Then came the cramps.';
    const health = `Magnesium deficiency causes fatigue, numbness and muscle weakness in patients.\n${sentence}`;
    const other = `The band played a song at the festival in the park last summer.\n${sentence}`;
    expect(marksOf(health).map(({ text }) => text)).toContain('cramps');
    expect(marksOf(other).map(({ text }) => text)).not.toContain('cramps');
  });

  it('settles an abbreviation: what it stands for is spelled out', () => {
    const sentence = 'The doctor said that PD had been found in two patients with fatigue.';
    const spelled = `Parkinson disease is more common in old age.\n${sentence}`;
    const other = `Alzheimer disease is more common in old age.\n${sentence}`;
    expect(marksOf(spelled).map(({ text }) => text)).toContain('PD');
    expect(marksOf(other).map(({ text }) => text)).not.toContain('PD');
  });
});
