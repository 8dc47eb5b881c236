/** Build time: the forms of all entries → their triggers. */
import type { Entry, Form } from '../knowledge/knowledge.ts';
import { accepted, stem, surfaces } from './inflection.ts';
import { packTriggers } from './pack.ts';
import {
  exactTrigger,
  makesPairs,
  type PackedTriggers,
  pairTrigger,
  type TriggerWord,
  triggerWords,
  wordTrigger,
} from './triggers.ts';

/** Phrases of one entry that fire: editors write the usual ones first, and a page with a rare one has others as well. */
const PHRASES = 3;

/**
 * A form that needs evidence for its sense is no trigger: a page with nothing but such words has none to give.
 * Forms of several words fire through a single word of theirs that is a form itself, else through a pair of their words.
 */
export function compileTriggers(entries: readonly Pick<Entry, 'forms'>[]): PackedTriggers {
  const forms = entries.flatMap((entry) => usual(entry.forms));
  const triggers = new Set<number>();
  const phrases: TriggerWord[][] = [];
  for (const form of forms) {
    for (const text of written(form)) {
      const words = triggerWords(text);
      const [only] = words;
      if (words.length > 1 || !only) phrases.push(words);
      else if (form.case === 'exact') addExact(triggers, text);
      else for (const surface of likely(text, form)) addWords(triggers, surface);
    }
  }
  for (const words of phrases) {
    if (words.some(({ hash, length }) => length > 3 && triggers.has(wordTrigger(hash)))) continue;
    if (words.some(({ hash, capitals }) => capitals > 0 && triggers.has(exactTrigger(hash, capitals)))) continue;
    addPair(triggers, words);
  }
  return packTriggers(triggers);
}

function usual(forms: readonly Form[]): Form[] {
  let phrases = 0;
  return forms.filter(
    ({ text, case: kind, senses }) =>
      (senses === undefined || senses.default === 'health') &&
      (kind === 'exact' || !/\s/.test(text) || phrases++ < PHRASES),
  );
}

/** A form with its hyphens, with spaces for them, and with neither. */
function written({ text }: Form): string[] {
  return /[-‐‑–]/.test(text) ? [text, text.replace(/[-‐‑–]/g, '')] : [text];
}

/** The spellings of a word that people write; an ending that makes another word of a short one is not among them. */
function likely(word: string, form: Form): string[] {
  const plain = word.toLowerCase();
  const mask = accepted(form.inflect, stem(plain).ending, plain);
  const isLong = plain.length > 7;
  return surfaces(plain, mask).filter(
    (surface) =>
      isLong ||
      surface === plain ||
      /(?:s|ed|ing)$/.test(surface.slice(plain.length - 1)) ||
      (/(?:ia|is|ic|y)$/.test(plain) && /(?:ia|ic|ical|y|ies)$/.test(surface)),
  );
}

function addWords(triggers: Set<number>, text: string): void {
  for (const { hash } of triggerWords(text)) triggers.add(wordTrigger(hash));
}

function addExact(triggers: Set<number>, text: string): void {
  // After the charge of an ion an -s would be a word of its own, and "U.S." would fire.
  for (const spelling of /[a-z\d]$/i.test(text) ? [text, `${text}s`] : [text])
    for (const { hash, capitals } of triggerWords(spelling)) {
      triggers.add(capitals > 0 ? exactTrigger(hash, capitals) : wordTrigger(hash));
    }
}

/** The pair of neighbours that says most: with the longest shorter word. */
function addPair(triggers: Set<number>, all: readonly TriggerWord[]): void {
  const words = all.filter(({ pairHash, length, capitals }) => makesPairs(pairHash, length, capitals));
  const strength = (at: number) => Math.min(words[at]?.length ?? 0, words[at + 1]?.length ?? 0);
  let best = 0;
  for (let at = 1; at < words.length - 1; at++) if (strength(at) > strength(best)) best = at;
  const [first, second] = [words[best], words[best + 1]];
  if (!first || !second) {
    for (const { hash, capitals } of words.length > 0 ? words : all)
      triggers.add(capitals > 0 ? exactTrigger(hash, capitals) : wordTrigger(hash));
    return;
  }
  triggers.add(pairTrigger(first.pairHash, second.pairHash));
}
