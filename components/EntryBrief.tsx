/**
 * An entry at a glance, in the popover and its like on the welcome page: the answer, when to get help, what is most worth
 * knowing. `EntryView.tsx` has the whole.
 */

import type { Part } from '../core/knowledge/parts.ts';
import type { EntryView } from '../core/knowledge/view.ts';
import { URGENCIES } from '../core/knowledge/vocabulary.ts';
import { Facts } from './Facts.tsx';
import { Numbers } from './Numbers.tsx';
import { RedFlags } from './RedFlags.tsx';
import { Related } from './Related.tsx';
import { Reviewed } from './Reviewed.tsx';
import { t, WRITTEN } from './words.ts';

/** Editors put the telling facts first. */
const FACTS = 3;

interface Props {
  entry: EntryView;
  /** Entries that the words on the page are made of. */
  parts?: readonly Part[];
  /** False leaves out what is below the first screen. */
  whole?: boolean;
  onOpenEntry: (id: string) => void;
}

export function EntryBrief({ entry, parts = [], whole = true, onOpenEntry }: Props) {
  const { cited, facts, relations } = entry;
  const others = relations.filter(({ id }) => !parts.some((part) => part.id === id));
  const numbers = whole && <BriefNumbers entry={entry} />;
  return (
    <div class="entry">
      <header>
        <h2 class="entry-name" id="entry-name" {...WRITTEN}>
          {entry.name}
        </h2>
        <p class="entry-answer" id="entry-answer" {...WRITTEN}>
          {entry.answer}
        </p>
      </header>
      {parts.length > 0 && (
        <p class="parts">
          <span class="eyebrow">{t('popover.parts')}</span>
          {parts.map(({ id, name }) => (
            <button type="button" class="chip" key={id} onClick={() => onOpenEntry(id)} {...WRITTEN}>
              {name}
            </button>
          ))}
        </p>
      )}
      <Help entry={entry} />
      {entry.category === 'test' && numbers}
      <Facts facts={facts.slice(0, FACTS)} category={entry.category} cited={cited} />
      {entry.category !== 'test' && numbers}
      {whole && others.length > 0 && <Related relations={others} onOpenEntry={onOpenEntry} />}
      {whole && <Reviewed entry={entry} />}
    </div>
  );
}

/** Folded, in the colour of the most pressing sign: there for those who look for it, no alarm for those who do not. */
function Help({ entry: { redFlags, cited } }: Pick<Props, 'entry'>) {
  const worst = URGENCIES.find((urgency) => redFlags.some((flag) => flag.urgency === urgency));
  if (!worst) return null;
  return (
    <details class="help" data-urgency={worst}>
      <summary>{t('entry.flags')}</summary>
      <RedFlags flags={redFlags} cited={cited} />
    </details>
  );
}

/** The first table at once, the others folded. */
function BriefNumbers({ entry: { numbers, cited } }: Pick<Props, 'entry'>) {
  const first = numbers[0];
  if (!first) return null;
  const isFirst = ({ kind, measure, source }: typeof first) =>
    kind === first.kind && measure === first.measure && source === first.source;
  const rest = numbers.filter((number) => !isFirst(number));
  return (
    <section>
      <Numbers numbers={numbers.filter(isFirst)} cited={cited} />
      {rest.length > 0 && (
        <details>
          <summary>{t('popover.moreNumbers')}</summary>
          <Numbers numbers={rest} cited={cited} />
        </details>
      )}
    </section>
  );
}
