/**
 * One entry. `brief` is for the popover: the answer, the first facts, help and relations folded in; `full` is all of it.
 * It needs no more than `tokens.css`, `controls.css` and `entry.css` around it, in a document or a shadow root.
 */
import type { EntryView as Entry } from '../core/knowledge/view.ts';
import { Facts } from './Facts.tsx';
import { Numbers } from './Numbers.tsx';
import { RedFlags } from './RedFlags.tsx';
import { Related } from './Related.tsx';
import { Reviewed } from './Reviewed.tsx';
import { Sources } from './Sources.tsx';
import { CATEGORY_NAME, say, t, WRITTEN } from './words.ts';

/** Facts shown before a reader asks for more: editors put the telling ones first. */
const BRIEF_FACTS = 3;

interface Props {
  entry: Entry;
  extent: 'brief' | 'full';
  onOpenEntry: (id: string) => void;
}

export function EntryView({ entry, extent, onOpenEntry }: Props) {
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
      {extent === 'brief' ? (
        <>
          {redFlags.length > 0 && (
            <details>
              <summary>{t('entry.flags')}</summary>
              <RedFlags flags={redFlags} cited={cited} />
            </details>
          )}
          <Facts facts={facts.slice(0, BRIEF_FACTS)} category={entry.category} cited={cited} />
          {relations.length > 0 && (
            <details>
              <summary>{t('entry.related')}</summary>
              <Related relations={relations} onOpenEntry={onOpenEntry} />
            </details>
          )}
        </>
      ) : (
        <>
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
        </>
      )}
      <Reviewed entry={entry} />
    </article>
  );
}
