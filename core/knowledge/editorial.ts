/**
 * Editorial checks: what a schema cannot say. Each answers remarks on what an editor wrote; the test suite and
 * `npm run knowledge -- check` ask all of them.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Entry, Knowledge } from './knowledge.ts';

/** One thing an editor must mend in a file that follows its schema. */
export interface Remark {
  /** Id of the entry; undefined where the list of sources is meant. */
  readonly entry: string | undefined;
  /** Keys from the top of the file down to what is meant. */
  readonly path: readonly PropertyKey[];
  readonly rule: string;
  readonly message: string;
}

/** Words at most; grades are US school grades by Flesch and Kincaid (1975). */
export const LIMITS = { answerWords: 30, factWords: 45, grade: 11, medianGrade: 8 };

/** Share of words in common from which two facts count as alike. */
const ALIKE = 0.8;

/** Every check over the whole knowledge base. */
export function editorialRemarks(knowledge: Knowledge): Remark[] {
  return [
    ...knowledge.entries.flatMap(lengths),
    ...grades(knowledge.entries).flatMap(({ entry, path, grade, text }) =>
      grade > LIMITS.grade
        ? [
            {
              entry,
              path,
              rule: 'reading-grade',
              message: `grade ${grade.toFixed(1)}: "${text}"; shorter words, shorter sentences`,
            },
          ]
        : [],
    ),
    ...alikeFacts(knowledge.entries),
    ...sharedForms(knowledge.entries),
    ...knowledge.entries.flatMap(searchedAndMarked),
    ...knowledge.entries.flatMap(numbersInTwoPlaces),
    ...orphanSources(knowledge),
    ...sourceAddresses(knowledge),
  ];
}

function lengths({ id, answer, facts }: Entry): Remark[] {
  const remarks: Remark[] = [];
  const check = (text: string, most: number, what: string, path: readonly PropertyKey[]) => {
    const count = wordsOf(text).length;
    const message = `${what} has ${count} words, at most ${most}: "${text}"`;
    if (count > most) remarks.push({ entry: id, path, rule: 'length', message });
  };
  check(answer, LIMITS.answerWords, 'the answer', ['answer']);
  for (const [i, { text }] of facts.entries()) check(text, LIMITS.factWords, 'a fact', ['facts', i, 'text']);
  return remarks;
}

interface Graded {
  readonly text: string;
  readonly grade: number;
}

/** The reading grade of every answer and fact. Names that cannot be avoided (forms of entries) count as short words. */
export function grades(entries: readonly Entry[]): (Pick<Remark, 'entry' | 'path'> & Graded)[] {
  const names = new Set(
    entries
      .flatMap(({ name, forms }) => [name, ...forms.map(({ text }) => text)])
      .flatMap((text) => wordsOf(text.toLowerCase())),
  );
  const isName = (word: string) => {
    const plain = word.toLowerCase();
    return names.has(plain) || names.has(plain.replace(/(?:es|s|’s|'s)$/, ''));
  };
  return entries.flatMap(({ id, answer, facts }) =>
    [{ text: answer, path: ['answer'] }, ...facts.map(({ text }, i) => ({ text, path: ['facts', i, 'text'] }))].map(
      ({ text, path }) => {
        const words = wordsOf(text);
        const sentences = Math.max(1, (text.match(/[.!?;:](?=\s|$)/g) ?? []).length);
        const syllables = words.reduce((sum, word) => sum + (isName(word) ? 1 : Math.max(1, syllable(word))), 0);
        return {
          entry: id,
          path,
          text,
          grade: fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables }),
        };
      },
    ),
  );
}

/** The middle grade of all texts. */
export function medianGrade(entries: readonly Entry[]): number {
  const all = grades(entries)
    .map(({ grade }) => grade)
    .sort((a, b) => a - b);
  return all[Math.floor(all.length / 2)] ?? 0;
}

function alikeFacts(entries: readonly Entry[]): Remark[] {
  const facts = entries.flatMap(({ id, facts }) =>
    facts.map(({ text }, i) => ({ id, path: ['facts', i, 'text'], text, words: new Set(wordsOf(text.toLowerCase())) })),
  );
  const remarks: Remark[] = [];
  for (const [i, one] of facts.entries()) {
    for (const other of facts.slice(i + 1)) {
      if (Math.abs(one.words.size - other.words.size) > one.words.size * (1 - ALIKE)) continue;
      const shared = [...one.words].filter((word) => other.words.has(word)).length;
      if (shared / Math.max(one.words.size, other.words.size) >= ALIKE) {
        remarks.push({
          entry: one.id,
          path: one.path,
          rule: 'alike',
          message: `"${one.text}" is nearly what ${other.id} says: "${other.text}"`,
        });
      }
    }
  }
  return remarks;
}

function sharedForms(entries: readonly Entry[]): Remark[] {
  const owners = new Map<string, string>();
  const remarks: Remark[] = [];
  for (const { id, forms } of entries) {
    for (const [i, form] of forms.entries()) {
      const key = form.case === 'exact' ? form.text : form.text.toLowerCase();
      const owner = owners.get(key);
      if (owner !== undefined && owner !== id) {
        const message = `the form "${form.text}" belongs to ${owner} already`;
        remarks.push({ entry: id, path: ['forms', i], rule: 'one-owner', message });
      }
      owners.set(key, id);
    }
  }
  return remarks;
}

/** What is only searched for, such as a member of a class that the entry does not name, is not marked. */
function searchedAndMarked({ id, forms, searchWords }: Entry): Remark[] {
  const marked = new Set(forms.map(({ text }) => text.toLowerCase()));
  return searchWords.flatMap((text, i) => {
    const message = `"${text}" is a form and a search word: keep one`;
    const isMarked = marked.has(text.toLowerCase());
    return isMarked ? [{ entry: id, path: ['searchWords', i], rule: 'form-or-search', message }] : [];
  });
}

/** The same kind of number for the same population from the same source is given once. */
function numbersInTwoPlaces({ id, numbers }: Entry): Remark[] {
  const seen = new Set<string>();
  return numbers.flatMap(({ kind, measure, population, source, unit, covers, note }) => {
    const key = [kind, measure, population, source, unit, covers, note].join('|');
    const message = `${kind} of ${population} is given twice`;
    if (seen.has(key)) return [{ entry: id, path: ['numbers'], rule: 'number-once', message }];
    seen.add(key);
    return [];
  });
}

function orphanSources({ entries, sources, causes }: Knowledge): Remark[] {
  const cited = new Set([
    ...entries.flatMap(({ facts, redFlags, numbers }) => [
      ...facts.flatMap((fact) => fact.sources),
      ...redFlags.flatMap((flag) => flag.sources),
      ...numbers.map((number) => number.source),
    ]),
    ...causes.causes.flatMap((cause) => cause.sources),
    ...causes.redFlags.flatMap((flag) => flag.sources),
  ]);
  return Object.keys(sources)
    .filter((id) => !cited.has(id))
    .map((id) => ({
      entry: undefined,
      path: [id],
      rule: 'orphan-source',
      message: `nothing cites the source "${id}": cite it or remove it`,
    }));
}

function sourceAddresses({ sources }: Knowledge): Remark[] {
  const owners = new Map<string, string>();
  return Object.entries(sources).flatMap(([id, { url }]) => {
    const key = url.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
    const owner = owners.get(key);
    owners.set(key, id);
    return owner === undefined
      ? []
      : [{ entry: undefined, path: [id], rule: 'source-once', message: `${owner} has the same address: ${url}` }];
  });
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? [];
}
