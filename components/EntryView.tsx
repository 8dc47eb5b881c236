/**
 * One entry in full; at a glance it is `EntryBrief.tsx`. Both need no more than `tokens.css`, `controls.css` and
 * `entry.css` around them, in a document or a shadow root.
 */
import type { EntryView as Entry } from '../core/knowledge/view.ts';
import { Facts } from './Facts.tsx';
import { Numbers } from './Numbers.tsx';
import { RedFlags } from './RedFlags.tsx';
import { Related } from './Related.tsx';
import { Reviewed } from './Reviewed.tsx';
import { Sources } from './Sources.tsx';
import { CATEGORY_NAME, say, t, WRITTEN } from './words.ts';

interface Props {
  entry: Entry;
  onOpenEntry: (id: string) => void;
}

export function EntryView({ entry, onOpenEntry }: Props) {
  const { cited, facts, numbers, redFlags, relations } = entry;
  const headingId = `entry-${entry.id}`;
  return (
    <article class="entry" aria-labelledby={headingId}>
      <header>
        <p class="eyebrow">{say(CATEGORY_NAME[entry.category])}</p>
        <h2 class="entry-name" id={headingId} {...WRITTEN}>
          {entry.name}
        </h2>
        <p class="entry-answer" {...WRITTEN}>
          {entry.answer}
        </p>
      </header>
      {redFlags.length > 0 && (
        <section>
          <h3>{t('entry.flags')}</h3>
          <RedFlags flags={redFlags} cited={cited} />
        </section>
      )}
      <Facts facts={facts} category={entry.category} cited={cited} />
      {numbers.length > 0 && (
        <section>
          <h3>{t('entry.numbers')}</h3>
          <Numbers numbers={numbers} cited={cited} />
        </section>
      )}
      {relations.length > 0 && (
        <section>
          <h3>{t('entry.related')}</h3>
          <Related relations={relations} onOpenEntry={onOpenEntry} />
        </section>
      )}
      <section>
        <h3>{t('entry.sources')}</h3>
        <Sources cited={cited} />
      </section>
      <Reviewed entry={entry} />
    </article>
  );
}
