/** An entry as text to paste somewhere: what it says, and who says so. */
import type { EntryView } from './view.ts';

/** The name and answer of an entry, then its sources by organisation, year, title and address. */
export function citation({ name, answer, cited, reviewed }: EntryView): string {
  const sources = Object.values(cited).map(
    ({ organisation, year, title, url }) =>
      `- ${organisation}${year === 'undated' ? '' : ` (${year})`}: ${title}. ${url}`,
  );
  return [`${name}: ${answer}`, '', 'Sources', ...sources, '', `From Fascicle, reviewed ${reviewed}.`].join('\n');
}
