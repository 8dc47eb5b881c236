import { describe, expect, it } from 'vitest';
import { arrivalOf, itemsOf } from '../../../core/settings/sync.ts';

const rules = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`rule:site-${n}.example.org`, 'off']));

describe('What is sent', () => {
  it('is what differs from the defaults, and the rules; not whether this device takes part', () => {
    const local = { settings: { theme: 'dark', sync: true, version: 1 }, 'rule:example.org': 'off', 'frame:1:0': {} };
    expect(itemsOf(local)).toEqual({
      settings: { theme: 'dark', version: 1 },
      'rules:0': { 'example.org': 'off' },
    });
  });

  it('travels in items that the browser takes', () => {
    const items = itemsOf(rules(1500)) ?? {};
    const sizes = Object.entries(items).map(([key, item]) => key.length + JSON.stringify(item).length);
    expect(Object.keys(items).length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(8192);
  });

  it('is nothing where it does not fit', () => {
    expect(itemsOf(rules(10_000))).toBeUndefined();
  });
});

describe('What arrives', () => {
  const there = { settings: { theme: 'dark', version: 1 }, 'rules:0': { 'a.example': 'off', 'b.example': 'on' } };

  it('replaces settings and rules here, but for whether this device takes part', () => {
    const local = { settings: { dwell: 500, sync: true, version: 1 }, 'rule:b.example': 'off', 'rule:c.example': 'on' };
    expect(arrivalOf(there, local, false)).toEqual({
      settings: { theme: 'dark', sync: true, version: 1 },
      'rule:a.example': 'off',
      'rule:b.example': 'on',
      'rule:c.example': null,
    });
  });

  it('leaves the rules of a device that just joined', () => {
    expect(arrivalOf(there, { settings: { sync: true }, 'rule:c.example': 'on' }, true)).not.toHaveProperty(
      'rule:c.example',
    );
  });

  it('changes nothing where it is the same, or nothing was ever sent', () => {
    const local = { settings: { theme: 'dark', version: 1 }, 'rule:a.example': 'off', 'rule:b.example': 'on' };
    expect(arrivalOf(itemsOf(local) ?? {}, local, false)).toEqual({});
    expect(arrivalOf({}, local, false)).toEqual({});
  });

  it('is repaired or left out where it is damaged', () => {
    expect(arrivalOf({ settings: 7, 'rules:0': { 'a.example': 'maybe' }, 'rules:1': null }, {}, true)).toEqual({});
  });
});
