/** The words of `locales/`, and two languages for tests: longer words with marks around them, and from right to left. */
import { parse } from 'yaml';
import de from '../../../locales/de.yml?raw';
import en from '../../../locales/en.yml?raw';
import es from '../../../locales/es.yml?raw';

export type Language = 'en' | 'de' | 'es' | 'pseudo' | 'pseudo-rtl';

const TEXTS = { en, de, es };
const tables = Object.fromEntries(
  Object.entries(TEXTS).map(([language, text]) => [language, flatten(parse(text) as object, '')]),
);

/** What `getMessage` answers. */
export function message(language: Language, key: string, inserts: readonly string[] = []): string {
  const isPseudo = language === 'pseudo' || language === 'pseudo-rtl';
  if (key === '@@ui_locale' || key === 'language') return isPseudo ? 'en' : language;
  if (key === '@@bidi_dir') return language === 'pseudo-rtl' ? 'rtl' : 'ltr';
  const written = tables[isPseudo ? 'en' : language]?.[key] ?? '';
  const text = isPseudo ? written.split(' | ').map(pseudo).join(' | ') : written;
  return text.replace(/\$(\d)/g, (_match, place: string) => inserts[Number(place) - 1] ?? '');
}

/** A third longer, accented, between brackets: what lacks them was never translated. */
function pseudo(text: string): string {
  const accented = text.replace(/(\$\d|%s)|[aeiou]/g, (letter, insert: string | undefined) =>
    insert === undefined ? `${letter}\u0301` : insert,
  );
  // Words of at most twelve letters: long sentences get more words, not one that no language has.
  return `[${accented}${'~'.repeat(Math.ceil(text.length / 3)).replace(/~{12}(?=~)/g, '$& ')}]`;
}

/** Nested keys joined as the build joins them, plural forms in one message. */
function flatten(value: object, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, string][] => {
      if (typeof inner !== 'object' || inner === null) return [[prefix + key, String(inner)]];
      if ('n' in inner) return [[prefix + key, Object.values(inner).join(' | ')]];
      return Object.entries(flatten(inner, `${prefix}${key}_`));
    }),
  );
}
