/** Build time: the forms of all entries → the few beginnings of words by which the lexicon looks for them. */
import type { Form } from '../knowledge/knowledge.ts';
import { COMMON_WORDS } from './common-words.ts';
import { extend } from './hash.ts';
import { surfaces } from './inflection.ts';
import { wordKey } from './keys.ts';
import { packSieve, widthFor } from './pack.ts';
import { type ScanTriggers, TRIGGER_LENGTH } from './scan-triggers.ts';
import { slotOf } from './sieve.ts';
import { GLUED, HYPHENATED, readWords } from './words.ts';

/** The table of the triggers of `forms`, each with the endings that it accepts. */
export function packFormTriggers(forms: readonly { readonly form: Form; readonly mask: number }[]): ScanTriggers {
  const chosen = chooseTriggers(forms.map(({ form, mask }) => variants(form, mask)));
  const seed = triggerSeed(chosen);
  const hashes = [...chosen].map((prefix) => extend(seed, prefix));
  return { triggerSeed: seed, triggers: packSieve(hashes, ROOM) };
}

/** All ways in which a form can stand on a page, as the runs of letters and digits that the scan sees: alternatives of runs of spellings. */
function variants(form: Form, mask: number): string[][] {
  const { start, end, gap } = readWords(form.text);
  const words = Array.from(start, (at, i) => wordKey(form.text.slice(at, end[i]))?.plain ?? '').filter(
    (word) => word !== '+',
  );
  let ways: string[][] = [[]];
  words.forEach((word, i) => {
    const joins = i > 0 && (gap[i] === HYPHENATED || gap[i] === GLUED);
    ways = ways.flatMap((way) => [
      [...way, word],
      ...(joins ? [[...way.slice(0, -1), (way.at(-1) ?? '') + word]] : []),
    ]);
  });
  const allowed = form.case === 'exact' ? 0b11 : mask;
  const read = ways.map((way) => way.map((run, i) => prefixes(run, i === way.length - 1 ? allowed : 0b11)));
  // Two GPs, MRIs: after a capital an -s is a plural, however the rest looks.
  return form.case === 'exact' ? read.map((way) => way.map(withPlural)) : read;
}

const withPlural = (run: string): string => {
  const all = run.split(' ');
  return [...new Set([...all, ...all.map((prefix) => `${prefix}s`.slice(0, TRIGGER_LENGTH))])].join(' ');
};

const known = new Map<string, string>();

/** The different beginnings of a run in all its spellings, with spaces between. */
function prefixes(run: string, mask: number): string {
  const key = `${run} ${mask}`;
  const made =
    known.get(key) ?? [...new Set(surfaces(run, mask).map((surface) => surface.slice(0, TRIGGER_LENGTH)))].join(' ');
  known.set(key, made);
  return made;
}

/**
 * A small set of beginnings such that each way of each form has one among its runs. Words that are everywhere are chosen
 * last, and let go first where they are not needed after all: each of them on a page costs a look.
 */
function chooseTriggers(forms: readonly (readonly (readonly string[])[])[]): Set<string> {
  const chosen = new Set<string>();
  const cost = (run: string) =>
    run.split(' ').reduce((sum, prefix) => sum + (chosen.has(prefix) ? 0 : costOf(prefix)), 0);
  const ways = forms.flat().sort((a, b) => a.length - b.length);
  for (const way of ways) {
    const [best] = [...way].sort((a, b) => cost(a) - cost(b) || b.length - a.length);
    for (const prefix of best?.split(' ') ?? []) chosen.add(prefix);
  }
  const needing = Map.groupBy(
    ways.flatMap((way) => way.flatMap((run) => run.split(' ').map((prefix) => ({ prefix, way })))),
    ({ prefix }) => prefix,
  );
  const isFound = (way: readonly string[]) => way.some((run) => run.split(' ').every((prefix) => chosen.has(prefix)));
  for (const prefix of [...chosen].sort((a, b) => costOf(b) - costOf(a))) {
    chosen.delete(prefix);
    if (!needing.get(prefix)?.every(({ way }) => isFound(way))) chosen.add(prefix);
  }
  return chosen;
}

/** What a beginning costs by its length, a guess at how often it stands on pages; longer ones cost 1. */
const COSTS = [0, 60, 25, 5];
const DIGIT_COST = 150;

/** How often a beginning stands on pages, by guess. */
function costOf(prefix: string): number {
  const rank = COMMON.get(prefix);
  const rare = /^\d$/.test(prefix) ? DIGIT_COST : (COSTS[prefix.length] ?? 1);
  return rank === undefined ? rare : rare + 20 + 100 / (rank + 5);
}

/** Beginnings of common words, with their rank. */
const COMMON = new Map(
  [...COMMON_WORDS].reverse().map((word, i) => [word.slice(0, TRIGGER_LENGTH), COMMON_WORDS.length - i]),
);
/** Slots for each trigger: a strange word that passes costs the reading of its block. */
const ROOM = 50;
/** Seeds tried for the table. */
const SEEDS = 32;

/** The seed under which the fewest common words, the most common counting most, look like a trigger without being one. */
function triggerSeed(triggers: ReadonlySet<string>): number {
  const others = [...COMMON.keys()].reverse().filter((prefix) => !triggers.has(prefix));
  const width = widthFor(triggers.size, ROOM);
  const wrong = (seed: number) => {
    const slot = (prefix: string) => slotOf(extend(seed, prefix), width);
    const slots = new Set([...triggers].map(slot));
    return others.reduce((sum, prefix, i) => sum + (slots.has(slot(prefix)) ? 1 / (i + 1) : 0), 0);
  };
  const seeds = Array.from({ length: SEEDS }, (_, seed) => ({ seed, wrong: wrong(seed) }));
  return seeds.sort((a, b) => a.wrong - b.wrong)[0]?.seed ?? 0;
}
