/** The parts of a compound: of "magnesium deficiency" the entry on magnesium, so that both are at hand. */
import type { Entry, RelatedEntry, Relation } from './knowledge.ts';
import type { EntryView } from './view.ts';

/** Relations that a name of two parts expresses. */
const OF: ReadonlySet<Relation> = new Set(['deficiency of', 'excess of']);
/** Relations that a kind has to what it is a kind of, or to another kind. */
const ALIKE: ReadonlySet<Relation> = new Set(['kind of', 'has kind', 'see also', 'confused with']);

export type Part = Pick<RelatedEntry, 'id' | 'name'>;
type Whole = Pick<Entry, 'name' | 'category' | 'relations'>;

/**
 * Whether an entry that is meant by some of the words for `whole`, written as `text`, is worth having at hand: the magnesium
 * of a deficiency, the muscle of a cramp. What is of the same category is mostly what the whole is a kind of, as arthritis
 * is of "rheumatoid arthritis", and stands among the relations. Not so in the body, which is made of parts; nor where the
 * relations lack it, as they do the pain of "chest pain"; nor where one is no kind of the other, as diabetes is none of
 * "diabetic neuropathy"; nor where the text speaks of several, as "B vitamins" does.
 */
export function isOwnPart(whole: Whole, part: Pick<Entry, 'id' | 'name' | 'category'>, text: string): boolean {
  if (part.category !== whole.category || part.category === 'anatomy') return true;
  const related = whole.relations.filter(({ id }) => id === part.id);
  if (related.length === 0) return true;
  return related.some(({ relation }) => !ALIKE.has(relation)) || holds(text, `${withoutBrackets(part.name)}s`);
}

/**
 * The entries that `text`, as it stands on the page, is made of: those `found` in it, and those that the entry relates
 * to and `text` names; each once, without the entry itself.
 */
export function partsOf(entry: EntryView, text: string, found: readonly EntryView[]): Part[] {
  const parts = new Map<string, Part>();
  for (const part of found) if (isOwnPart(entry, part, text)) parts.set(part.id, part);
  const named = new Set(namedIn(entry, text));
  for (const related of entry.relations) {
    if (OF.has(related.relation) || named.has(related)) parts.set(related.id, parts.get(related.id) ?? related);
  }
  return [...parts.values()];
}

/** What the entry relates to and `text` names; CNS, the initials of the entry's name, names what the words do that it stands for. */
export function namedIn({ name, relations }: Whole, text: string): RelatedEntry[] {
  const words = isShortFor(text, name) ? name : text;
  return relations.filter((related) => plain(words) !== plain(related.name) && holds(words, related.name));
}

/** Whether `text` is the initials of `name`, as CNS is of "Central nervous system". */
export function isShortFor(text: string, name: string): boolean {
  const words = plain(withoutBrackets(name)).split(' ');
  return words.length > 1 && text.replace(/s$/, '').toLowerCase() === words.map(([first]) => first).join('');
}

const holds = (text: string, name: string): boolean => ` ${plain(text)} `.includes(` ${plain(name)} `);

const withoutBrackets = (name: string): string => name.replace(/ \(.*\)$/, '');

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
