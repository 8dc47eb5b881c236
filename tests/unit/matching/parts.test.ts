import { describe, expect, it } from 'vitest';
import { partsShown, shown } from './support.ts';

describe('the longest meaning is the mark, and what its words mean in their own right is part of it', () => {
  it.each<[text: string, ...parts: string[]]>([
    ['magnesium deficiency', 'magnesium → magnesium'],
    ['deficiency of magnesium', 'magnesium → magnesium'],
    ['low serum magnesium', 'magnesium → magnesium'],
    ['calcium supplements', 'calcium → calcium', 'supplements → dietary-supplement'],
    ['high blood pressure', 'blood pressure → blood-pressure', 'blood → blood'],
    ['calcium channel blockers', 'calcium channel → ion-channel', 'calcium → calcium'],
    ['muscle cramps', 'muscle → muscle'],
    ['magnesium'],
    ['hypomagnesemia'],
  ])('%s', (text, ...parts) => {
    expect(shown(text)).toHaveLength(1);
    expect(partsShown(text)).toEqual(parts);
  });
});
