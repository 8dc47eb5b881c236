import { describe, expect, it } from 'vitest';
import { CONVERSIONS, convert } from '../../../core/knowledge/units.ts';
import { formatValue, parseValue } from '../../../core/knowledge/values.ts';

const at = (value: number) => ({ low: value, high: value });

describe('conversions', () => {
  // Pairs as printed side by side by laboratories and in textbooks.
  it.each([
    ['magnesium', 1.7, 'mg/dL', 0.7, 'mmol/L'],
    ['magnesium', 2.2, 'mg/dL', 0.91, 'mmol/L'],
    ['calcium', 8.5, 'mg/dL', 2.12, 'mmol/L'],
    ['calcium', 10.2, 'mg/dL', 2.55, 'mmol/L'],
    ['phosphate', 2.5, 'mg/dL', 0.81, 'mmol/L'],
    ['potassium', 3.5, 'mEq/L', 3.5, 'mmol/L'],
    ['glucose', 126, 'mg/dL', 7, 'mmol/L'],
    ['creatinine', 1, 'mg/dL', 88, 'µmol/L'],
    ['vitamin-b12', 200, 'pg/mL', 148, 'pmol/L'],
    ['vitamin-d', 20, 'ng/mL', 50, 'nmol/L'],
    ['folate', 3, 'ng/mL', 6.8, 'nmol/L'],
    ['homocysteine', 2.03, 'mg/L', 15, 'µmol/L'],
    ['pth', 65, 'pg/mL', 6.9, 'pmol/L'],
    ['vitamin-e', 5, 'µg/mL', 11.6, 'µmol/L'],
    ['vitamin-e', 20, 'µg/mL', 46.4, 'µmol/L'],
    ['vitamin-b6', 5, 'ng/mL', 20, 'nmol/L'],
    ['creatine-kinase', 60, 'U/L', 1, 'µkat/L'],
    ['vitamin-d-intake', 600, 'IU/day', 15, 'µg/day'],
    ['body-temperature', 100.4, '°F', 38, '°C'],
    ['body-temperature', 38, '°C', 100.4, '°F'],
    ['vitamin-d-intake', 100, 'µg/day', 4000, 'IU/day'],
  ])('%s: %d %s is %d %s', (analyte, value, unit, expected, other) => {
    expect(convert(analyte, at(value), unit)).toEqual({ value: at(expected), unit: other });
  });

  it.each(Object.keys(CONVERSIONS))('%s goes there and back within rounding', (analyte) => {
    const { from, to } = CONVERSIONS[analyte] ?? { from: '', to: '' };
    const there = convert(analyte, at(100), from);
    const back = there && convert(analyte, there.value, to);
    expect(Math.abs((back?.value.low ?? 0) - 100)).toBeLessThan(3);
  });

  it('are not made up for what is not known', () => {
    expect(convert('unobtainium', at(1), 'mg/dL')).toBeUndefined();
    expect(convert('magnesium', at(1), 'g')).toBeUndefined();
  });
});

describe('values', () => {
  it.each([
    [400, { low: 400, high: 400 }, '400'],
    ['1.7–2.2', { low: 1.7, high: 2.2 }, '1.7–2.2'],
    ['1.7-2.2', { low: 1.7, high: 2.2 }, '1.7–2.2'],
    ['< 1.7', { high: 1.7 }, 'below 1.7'],
    ['> 5.5', { low: 5.5 }, 'above 5.5'],
    ['none set', {}, 'none set'],
  ])('%s', (written, value, shown) => {
    expect(parseValue(written)).toEqual(value);
    expect(formatValue(parseValue(written) ?? {})).toBe(shown);
  });

  it.each(['', 'about 5', '5–4', '5–5', '5 mg', '-3', '1,000'])('%j is none', (written) => {
    expect(parseValue(written)).toBeUndefined();
  });
});
