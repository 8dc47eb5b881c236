/** The forms that any candidate can look for: plain words, whatever their case. */
import type { Entry } from '../../../core/knowledge/knowledge.ts';

const PLAIN = /^[a-z0-9](?:[a-z0-9 '-]*[a-z0-9])?$/;

/** Each once, in lower case. */
export function plainForms(entries: readonly Pick<Entry, 'forms'>[]): string[] {
  const texts = entries.flatMap(({ forms }) => forms.map(({ text }) => text.toLowerCase()));
  return [...new Set(texts)].filter((text) => PLAIN.test(text));
}
