/** The knowledge base itself: every check that an editor's work must pass. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editorialRemarks, LIMITS, medianGrade } from '../../../core/knowledge/editorial.ts';
import { compareIntakes, DriSchema, groupsOf } from '../../../core/knowledge/intakes.ts';
import { parseYaml } from '../../../core/knowledge/parse.ts';
import { report } from '../../../scripts/lib/knowledge-views.ts';
import { files, knowledge, lexicon, problems } from '../support/knowledge.ts';

const { entries, causes } = knowledge;

describe('the knowledge base', () => {
  it('compiles without a problem', () => {
    expect(problems).toEqual([]);
  });

  it('passes every editorial check', () => {
    expect(editorialRemarks(knowledge)).toEqual([]);
  });

  it('has no form that cannot be found, or that two entries claim', () => {
    expect(lexicon.problems).toEqual([]);
  });

  it('has at least 380 entries', () => {
    expect(entries.length).toBeGreaterThanOrEqual(380);
  });

  it('reads at school grade 8 or below in the middle', () => {
    expect(medianGrade(entries)).toBeLessThanOrEqual(LIMITS.medianGrade);
  });

  it('says when to get help in every symptom entry', () => {
    const silent = entries.filter(({ category, redFlags }) => category === 'symptom' && redFlags.length === 0);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('holds every relation from both ends', () => {
    for (const { id, relations } of entries) {
      for (const related of relations) {
        const other = entries.find((entry) => entry.id === related.id);
        expect(
          other?.relations.some((back) => back.id === id),
          `${id} ${related.relation} ${related.id}`,
        ).toBe(true);
      }
    }
  });

  it('gives every reference range with the note that ranges differ', () => {
    const bare = entries.flatMap(({ id, numbers }) =>
      numbers.filter(({ kind, note }) => kind === 'reference range' && !/differ/.test(note ?? '')).map(() => id),
    );
    expect(bare).toEqual([]);
  });

  it('is reported in docs/knowledge.md as it is', () => {
    expect(readFileSync('docs/knowledge.md', 'utf8')).toBe(report(knowledge));
  });
});

describe('daily intakes', () => {
  const file = files.find(({ path }) => path === 'data/reference/dri.yaml');
  const result = file && parseYaml(file, DriSchema);
  const table = result && 'parsed' in result ? result.parsed.data : {};

  it('stand in a table of all 29 vitamins and essential minerals', () => {
    expect(result && 'problems' in result ? result.problems : []).toEqual([]);
    expect(Object.keys(table)).toHaveLength(29);
  });

  it.each(Object.keys(table))('of %s agree with the table', (id) => {
    const entry = entries.find((candidate) => candidate.id === id);
    const row = table[id];
    expect(entry && row ? compareIntakes(entry, row) : ['no entry']).toEqual([]);
  });

  it('are noticed where they differ', () => {
    const magnesium = entries.find(({ id }) => id === 'magnesium');
    const row = table.magnesium;
    if (!magnesium || !row) throw new Error('magnesium is missing');
    const wrong = { ...row, values: { ...row.values, 'women 31–50': 330 } };
    expect(compareIntakes(magnesium, wrong)).toEqual([expect.stringContaining('RDA of women 31–50')]);
  });

  it('a limit of adults holds in pregnancy where the table says the same, and is missed where it does not', () => {
    const magnesium = entries.find(({ id }) => id === 'magnesium');
    const row = table.magnesium;
    if (!magnesium || !row || row.ul === 'none set') throw new Error('magnesium has no limits');
    const numbers = magnesium.numbers.filter(
      ({ kind, population }) => kind !== 'UL' || /adults|^men|^women/.test(population),
    );
    const limits = (entry: typeof magnesium, ul: typeof row.ul) =>
      compareIntakes(entry, { ...row, ul }).filter((remark) => remark.startsWith('UL'));
    expect(limits({ ...magnesium, numbers }, row.ul)).toEqual([]);
    expect(limits({ ...magnesium, numbers }, { ...row.ul, 'pregnant 19–30': 300 })).toEqual([
      expect.stringContaining('pregnant 19–30'),
    ]);
  });

  it.each([
    ['adults', 8],
    ['men 31+', 3],
    ['women 19–50', 2],
    ['pregnant', 2],
    ['breastfeeding 31–50', 1],
    ['adults 51+', 4],
  ])('%s covers %d groups of the tables', (population, count) => {
    expect(groupsOf(population)).toHaveLength(count);
  });
});

describe('the causes of twitching', () => {
  it('are at least 14, each with signs, action and source', () => {
    expect(causes.causes.length).toBeGreaterThanOrEqual(14);
    for (const cause of causes.causes) {
      expect(cause.accompanying.length, cause.id).toBeGreaterThan(0);
      expect(cause.sources.length, cause.id).toBeGreaterThan(0);
    }
  });

  it('stand below red flags, some of them signs to tick', () => {
    expect(causes.redFlags.length).toBeGreaterThan(0);
    expect(causes.signs.some(({ redFlag }) => redFlag)).toBe(true);
  });
});
