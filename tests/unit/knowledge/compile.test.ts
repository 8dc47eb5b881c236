import { describe, expect, it } from 'vitest';
import { compile } from '../../../core/knowledge/compile.ts';
import type { TextFile } from '../../../core/knowledge/parse.ts';

const SOURCES = {
  path: 'data/sources.yaml',
  text: 'nhs:\n  title: A page\n  organisation: NHS\n  url: https://www.nhs.uk/a/\n  year: 2024\n  consulted: not opened\n',
};
const SENSES = { path: 'data/senses.yaml', text: 'health: { strong: [], weak: [] }\nother: []\n' };
const CAUSES = {
  path: 'data/causes.yaml',
  text: [
    'redFlags:',
    '  - { text: Call for help., urgency: emergency, sources: [nhs] }',
    'signs:',
    '  cramp: { label: a cramp, group: felt }',
    'causes:',
    '  cold:',
    '    name: Cold',
    '    entry: zinc',
    '    mechanism: Muscles shiver.',
    '    accompanying: [cramp]',
    '    lowers: [cramp]',
    '    action: Keep warm.',
    '    evidence: some',
    '    study: guideline',
    '    year: 2024',
    '    sources: [nhs]',
    '',
  ].join('\n'),
};
const fact = (topic: string) =>
  `  - topic: ${topic}\n    text: A short and plain fact about ${topic}.\n    evidence: strong\n    study: guideline\n    year: 2024\n    sources: [nhs]\n`;
const entry = (path: string, change: (text: string) => string = (text) => text) => ({
  path: `data/terms/${path}.yaml`,
  text: change(
    `name: Zinc\nforms: [zinc, Zn]\nanswer: A mineral.\nfacts:\n${fact('role')}${fact('food')}${fact('evidence')}reviewed: 2026-11-22\n`,
  ),
});

/** Everything that `data/` needs, with the entries given. */
const compiled = (...entries: TextFile[]) => compile([SOURCES, SENSES, CAUSES, ...entries]);
/** The same with a change to one of the files, of which zinc is one. */
const changed = (path: string, change: (text: string) => string) =>
  compile(
    [SOURCES, SENSES, CAUSES, entry('nutrient/zinc')].map((file) =>
      file.path === path ? { path, text: change(file.text) } : file,
    ),
  ).problems;

describe('a broken file names itself, its line and the rule', () => {
  it.each([
    ['a missing key', (text: string) => text.replace('answer: A mineral.\n', ''), 1, 'schema', /answer.*missing/],
    [
      'a key misspelt',
      (text: string) => text.replace('answer:', 'anwser: x\nanswer:'),
      3,
      'schema',
      /anwser.*not known/,
    ],
    [
      'an unknown evidence',
      (text: string) => text.replace('evidence: strong', 'evidence: sure'),
      7,
      'schema',
      /strong, some, weak, none/,
    ],
    ['an unknown source', (text: string) => text.replace('[nhs]', '[nsh]'), 10, 'source-exists', /no source "nsh"/],
    ['a colon in bare text', (text: string) => text.replace('A mineral.', 'A mineral: zinc.'), 3, 'yaml', /quotes/],
    [
      'an odd value',
      (text: string) => `${text}numbers:\n  - {kind: RDA, unit: mg, source: nhs, year: 2020, values: {men: 2-1}}\n`,
      25,
      'schema',
      /a value is written/,
    ],
    ['a colon that was forgotten', (text: string) => text.replace('year: 2024', 'year 2024'), 9, 'yaml', /./],
    ['a key twice', (text: string) => `${text}name: Zinc\n`, 24, 'yaml', /given above already/],
    ['a tab', (text: string) => text.replace('    text', '\ttext'), 6, 'yaml', /use spaces/],
    ['a text that begins with a star', (text: string) => text.replace('A mineral', '*A mineral'), 3, 'yaml', /quotes/],
    ['a star and a word', (text: string) => text.replace('A mineral.', '*mineral'), 3, 'yaml', /quotes/],
    ['nothing in it', () => '', 1, 'yaml', /empty/],
    ['no such month', (text: string) => text.replace('2026-11', '2026-13'), 23, 'schema', /day of the calendar/],
    ['no such day', (text: string) => text.replace('11-22', '11-31'), 23, 'schema', /day of the calendar/],
    ['too few facts', (text: string) => text.replace(fact('role'), ''), 5, 'schema', /at least 3 facts/],
  ])('%s', (_, change, line, rule, message) => {
    const { problems } = compiled(entry('nutrient/zinc', change));
    expect(problems[0]).toMatchObject({ file: 'data/terms/nutrient/zinc.yaml', line, rule });
    expect(problems[0]?.message).toMatch(message);
  });

  it.each([
    [
      'a source of a red flag',
      'redFlags:\n  - { text: Call., urgency: soon, sources: [nsh] }\n',
      'source-exists',
      /"nsh"/,
    ],
    ['an entry that cannot be related to itself', 'relations:\n  causes: [zinc]\n', 'relation', /itself/],
    [
      'a unit without a conversion',
      'numbers:\n  - { kind: other, analyte: zinc, unit: mg, source: nhs, year: 2024, values: { men: 1 } }\n',
      'unit',
      /no conversion of "zinc" from mg/,
    ],
  ])('%s', (_, more, rule, message) => {
    const { problems } = compiled(entry('nutrient/zinc', (text) => text + more));
    expect(problems).toMatchObject([{ line: 25, rule, message: expect.stringMatching(message) }]);
  });

  it.each([
    ['an unknown sign', CAUSES.path, 'lowers: [cramp]', 'lowers: [crmp]', 11, /no sign "crmp" in the list "signs"/],
    ['a cause of no entry', CAUSES.path, 'entry: zinc', 'entry: tin', 8, /data\/terms\/<category>\/tin.yaml/],
    ['a group of signs that there is not', CAUSES.path, 'group: felt', 'group: seen', 4, /felt, happened, known/],
    ['a list of words misspelt', SENSES.path, 'strong', 'strng', 1, /missing/],
    ['a source without a date', SOURCES.path, 'not opened', 'yesterday', 6, /YYYY-MM-DD/],
  ])('%s', (_, path, before, after, line, message) => {
    const [problem] = changed(path, (text) => text.replace(before, after));
    expect(problem).toMatchObject({ file: path, line, message: expect.stringMatching(message) });
  });

  it.each([
    'data/terms/nutrient/zinc.yml',
    'data/terms/zinc.yaml',
    'data/terms/nutrient/more/zinc.yaml',
    'data/sources.yaml.txt',
  ])('%s, which stands where no file is expected', (path) => {
    const { problems } = compiled(entry('nutrient/zinc'), { path, text: '' });
    expect(problems).toMatchObject([{ file: path, line: 1, rule: 'file' }]);
  });

  it('a name that is no id', () => {
    expect(compiled(entry('nutrient/zinc'), entry('nutrient/Zinc_2')).problems).toMatchObject([{ rule: 'id' }]);
  });

  it.each([SOURCES, SENSES, CAUSES])('$path, where it is missing', ({ path }) => {
    const files = [SOURCES, SENSES, CAUSES, entry('nutrient/zinc')].filter((file) => file.path !== path);
    expect(compile(files).problems).toMatchObject([{ file: path, rule: 'file', message: 'this file is missing' }]);
  });

  it('an unknown folder', () => {
    expect(compiled(entry('vitamins/zinc')).problems[0]).toMatchObject({ rule: 'category', line: 1 });
  });

  it('an id twice', () => {
    const { problems } = compiled(entry('food/zinc'), entry('nutrient/zinc'));
    expect(problems[0]).toMatchObject({ file: 'data/terms/nutrient/zinc.yaml', rule: 'unique-id' });
  });

  it('a relation to nothing', () => {
    const { problems } = compiled(entry('nutrient/zinc', (text) => `${text}relations:\n  see also: [tin]\n`));
    expect(problems[0]).toMatchObject({
      rule: 'entry-exists',
      message: expect.stringContaining('there is no entry "tin"'),
    });
  });
});

describe('what names a broken file is not wrong itself', () => {
  const copper = entry(
    'nutrient/copper',
    (text) => `${text.replaceAll(/[zZ](inc|n)/g, 'Cu')}relations:\n  see also: [zinc]\n`,
  );

  it('of an entry', () => {
    const { problems } = compiled(
      copper,
      entry('nutrient/zinc', (text) => text.replace('name', 'nmae')),
    );
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['data/terms/nutrient/zinc.yaml']));
  });

  it('of the sources', () => {
    const problems = changed(SOURCES.path, (text) => text.replace('title', 'titel'));
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set([SOURCES.path]));
  });
});

describe('a sound file', () => {
  const low = entry('deficiency-or-excess/low-zinc', (text) =>
    text
      .replace('name: Zinc\nforms: [zinc, Zn]', 'name: Low zinc\nforms: [low zinc]')
      .replace(fact('role'), fact('causes') + fact('signs'))
      .replace(fact('food'), fact('finding out'))
      .replace(fact('evidence'), fact('treatment'))
      .concat('relations:\n  deficiency of: [zinc]\n'),
  );
  const { knowledge, problems } = compiled(entry('nutrient/zinc'), low);
  const [lowZinc, zinc] = knowledge.entries;

  it('has no problems', () => {
    expect(problems).toEqual([]);
  });

  it('shows a relation from both ends', () => {
    expect(lowZinc?.relations).toEqual([{ relation: 'deficiency of', id: 'zinc', name: 'Zinc' }]);
    expect(zinc?.relations).toEqual([{ relation: 'has deficiency', id: 'low-zinc', name: 'Low zinc' }]);
  });

  it('takes symbols as written and words in any case', () => {
    expect(zinc?.forms.map(({ text, case: letterCase, inflect }) => [text, letterCase, inflect])).toEqual([
      ['zinc', 'any', 'noun'],
      ['Zn', 'exact', 'none'],
    ]);
  });

  it('is due again in 36 months, in 12 where it has a limit', () => {
    expect(zinc?.nextReview).toBe('2029-11-22');
    const limit = 'numbers:\n  - {kind: UL, unit: mg/day, source: nhs, year: 2001, values: {adults: 40}}\n';
    const limited = compiled(entry('nutrient/zinc', (text) => text + limit)).knowledge.entries[0];
    expect(limited?.nextReview).toBe('2027-11-22');
    expect(limited?.numbers[0]).toMatchObject({ kind: 'UL', population: 'adults', value: { low: 40, high: 40 } });
  });
});

describe('a remark on a sound file', () => {
  const { placed } = compiled(entry('nutrient/zinc'));

  it.each([
    ['an answer', 'zinc', ['answer'], 'data/terms/nutrient/zinc.yaml', 3],
    ['the text of the second fact', 'zinc', ['facts', 1, 'text'], 'data/terms/nutrient/zinc.yaml', 12],
    ['a source', undefined, ['nhs'], SOURCES.path, 2],
  ])('on %s is placed at its file and line', (_, id, path, file, line) => {
    expect(placed({ entry: id, path, rule: 'a', message: 'b' })).toEqual({ file, line, rule: 'a', message: 'b' });
  });
});
