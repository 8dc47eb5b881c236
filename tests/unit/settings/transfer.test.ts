import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../core/settings/defaults.ts';
import { differenceOf, MAX_FILE_LENGTH, readTransfer, writeTransfer } from '../../../core/settings/transfer.ts';

const stored = {
  settings: { dwell: 500, hiddenTerms: ['stress'], version: 1 },
  'rule:example.org': 'off',
  'rule:*.news.example': 'on',
  'frame:1:0': 'not ours to export',
};

describe('the file of all settings', () => {
  it('comes back as it went out', () => {
    expect(readTransfer(writeTransfer(stored, stored.settings))).toEqual({
      transfer: {
        settings: { dwell: 500, hiddenTerms: ['stress'] },
        rules: { 'example.org': 'off', '*.news.example': 'on' },
      },
    });
  });

  it('holds ten thousand rules', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`rule:site-${n}.example.org`, 'off']));
    const read = readTransfer(writeTransfer(many, undefined));
    expect('transfer' in read && Object.keys(read.transfer.rules).length).toBe(10_000);
  });

  it.each([
    ['no JSON', '{\n "fascicle": 1,\n "settings": {,\n}', 3],
    ['of something else', '{\n  "name": "other"\n}', 1],
    ['with a wrong value', '{\n "fascicle": 1,\n "settings": {\n  "theme": "dark",\n  "dwell": "long"\n }\n}', 5],
    ['with a wrong site', '{\n "fascicle": 1,\n "rules": {\n  "example.org": "on",\n  "no site": "on"\n }\n}', 5],
    ['with a wrong rule', '{\n "fascicle": 1,\n "rules": {\n  "example.org": "maybe"\n }\n}', 4],
    ['with a list for settings', '{\n "fascicle": 1,\n "settings": []\n}', 3],
    ['of nothing', '', 1],
  ])('is refused with its line: one %s', (_what, text, line) => {
    const read = readTransfer(text);
    expect('wrong' in read && read.wrong[0]?.line).toBe(line);
  });

  it('is refused when it is absurdly long', () => {
    expect(readTransfer(' '.repeat(MAX_FILE_LENGTH + 1))).toEqual({ tooLarge: true });
  });

  it('is refused with what stands on the line where that is no JSON', () => {
    expect(readTransfer('{\n  "fascicle": 1,\n  oops\n}')).toMatchObject({ wrong: [{ line: 3, about: 'oops' }, {}] });
  });

  it('is refused with its first lines where very many are wrong, and at once', () => {
    const rules = Array.from({ length: 100_000 }, (_, n) => `  "no site ${n}": "on"`);
    const read = readTransfer(`{"fascicle": 1, "rules": {\n${rules.join(',\n')}\n}}`);
    expect('wrong' in read && read.wrong.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['nested lists', `{"fascicle": 1, "settings": ${'['.repeat(500_000)}${']'.repeat(500_000)}}`],
    ['commas', `{${','.repeat(1_000_000)}`],
  ])('is refused where it is nothing but %s', (_what, text) => {
    expect(readTransfer(text)).toMatchObject({ wrong: [{ line: 1 }] });
  });

  it('is refused where a rule is longer than what can be stored', () => {
    const rules = { [`example.org/${'a/'.repeat(2000)}`]: 'off' };
    expect(readTransfer(JSON.stringify({ fascicle: 1, rules }))).toHaveProperty('wrong');
  });

  it('may hold settings of a later version, which are left out', () => {
    const read = readTransfer('{"fascicle": 1, "settings": {"version": 99, "sparkle": true, "theme": "dark"}}');
    expect(read).toEqual({ transfer: { settings: { theme: 'dark' }, rules: {} } });
  });
});

it('what an import would change is known before it does', () => {
  const transfer = {
    settings: { theme: 'dark', dwell: DEFAULTS.dwell },
    rules: { 'example.org': 'on', 'new.example': 'off', '*.news.example': 'on' },
  } as const;
  expect(differenceOf(transfer, DEFAULTS, stored)).toEqual({
    settings: ['theme'],
    added: ['new.example'],
    changed: ['example.org'],
  });
});
