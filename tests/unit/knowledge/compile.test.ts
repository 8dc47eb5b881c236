import { describe, expect, it } from 'vitest';
import { compile } from '../../../core/knowledge/compile.ts';

const SOURCES = {
  path: 'data/sources.yaml',
  text: 'nhs:\n  title: A page\n  organisation: NHS\n  url: https://www.nhs.uk/a/\n  year: 2024\n  consulted: not opened\n',
};
const fact = (topic: string) =>
  `  - topic: ${topic}\n    text: A short and plain fact about ${topic}.\n    evidence: strong\n    study: guideline\n    year: 2024\n    sources: [nhs]\n`;
const entry = (path: string, change: (text: string) => string = (text) => text) => ({
  path: `data/terms/${path}.yaml`,
  text: change(
    `name: Zinc\nforms: [zinc, Zn]\nanswer: A mineral.\nfacts:\n${fact('role')}${fact('food')}${fact('evidence')}reviewed: 2026-11-22\n`,
  ),
});

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
    ['too few facts', (text: string) => text.replace(fact('role'), ''), 5, 'schema', /at least 3 facts/],
  ])('%s', (_, change, line, rule, message) => {
    const { problems } = compile([SOURCES, entry('nutrient/zinc', change)]);
    expect(problems[0]).toMatchObject({ file: 'data/terms/nutrient/zinc.yaml', line, rule });
    expect(problems[0]?.message).toMatch(message);
  });

  it('an unknown folder', () => {
    expect(compile([SOURCES, entry('vitamins/zinc')]).problems[0]).toMatchObject({ rule: 'category', line: 1 });
  });

  it('an id twice', () => {
    const { problems } = compile([SOURCES, entry('food/zinc'), entry('nutrient/zinc')]);
    expect(problems[0]).toMatchObject({ file: 'data/terms/nutrient/zinc.yaml', rule: 'unique-id' });
  });

  it('a relation to nothing', () => {
    const { problems } = compile([SOURCES, entry('nutrient/zinc', (text) => `${text}relations:\n  see also: [tin]\n`)]);
    expect(problems[0]).toMatchObject({ rule: 'entry-exists', message: 'there is no entry "tin"' });
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
  const { knowledge, problems } = compile([SOURCES, entry('nutrient/zinc'), low]);
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
    const limited = compile([SOURCES, entry('nutrient/zinc', (text) => text + limit)]).knowledge.entries[0];
    expect(limited?.nextReview).toBe('2027-11-22');
    expect(limited?.numbers[0]).toMatchObject({ kind: 'UL', population: 'adults', value: { low: 40, high: 40 } });
  });
});
