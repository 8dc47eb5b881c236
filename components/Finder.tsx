/** "What could be behind it?": boxes to tick, red flags above all, causes in the order in which the ticks speak for them. */
import data from 'virtual:fascicle/causes';
import { useId, useState } from 'preact/hooks';
import { type Ranked, rankCauses, tickedRedFlags } from '../core/knowledge/finder.ts';
import { EvidenceSign } from './EvidenceSign.tsx';
import { Icon } from './icons.tsx';
import { RedFlags } from './RedFlags.tsx';
import { SourceLinks } from './SourceLinks.tsx';
import { type PlainKey, say, t, WRITTEN } from './words.ts';

const GROUPS: Readonly<Record<'felt' | 'happened' | 'known', PlainKey>> = {
  felt: 'finder.felt',
  happened: 'finder.happened',
  known: 'finder.known',
};

const labels = new Map(data.signs.map(({ id, label }) => [id, label]));

export interface FinderProps {
  onOpenEntry: (id: string) => void;
  /** What is ticked lives as long as the page that holds it, and nowhere else. */
  ticked: ReadonlySet<string>;
  onTick: (change: (ticked: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

export function Finder({ onOpenEntry, ticked, onTick }: FinderProps) {
  const titleId = useId();
  const [open, setOpen] = useState<string>();
  const flags = tickedRedFlags(data, ticked);
  const tick = (id: string, isOn: boolean) =>
    onTick((before) => (isOn ? new Set([...before, id]) : new Set([...before].filter((other) => other !== id))));
  return (
    <article class="finder" aria-labelledby={titleId}>
      <header>
        <h2 class="entry-name" id={titleId}>
          {t('finder.title')}
        </h2>
        <p class="soft">{t('finder.intro')}</p>
      </header>
      <div role="status" class="alarms">
        {flags.length > 0 && (
          <div class="alarm">
            <Icon name="warn" />
            <div>
              <strong>{t('finder.alarm')}</strong>
              <ul {...WRITTEN}>
                {flags.map((id) => (
                  <li key={id}>{labels.get(id)}</li>
                ))}
              </ul>
            </div>
          </div>
        )}
      </div>
      <section>
        <h3>{t('finder.flags')}</h3>
        <RedFlags flags={data.redFlags} cited={data.cited} />
      </section>
      {(['felt', 'happened', 'known'] as const).map((group) => (
        <fieldset key={group}>
          <legend>{say(GROUPS[group])}</legend>
          {data.signs
            .filter((sign) => sign.group === group)
            .map(({ id, label }) => (
              <label class="tick" key={id} {...WRITTEN}>
                <input
                  type="checkbox"
                  checked={ticked.has(id)}
                  onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
                />
                {label}
              </label>
            ))}
        </fieldset>
      ))}
      <section>
        <div class="finder-order">
          <h3>{t('finder.causes')}</h3>
          {ticked.size > 0 && (
            <button type="button" class="button plain" onClick={() => onTick(() => new Set())}>
              {t('finder.clear')}
            </button>
          )}
        </div>
        <p class="soft">{t(ticked.size > 0 ? 'finder.ordered' : 'finder.unordered')}</p>
        <ol class="causes">
          {rankCauses(data, ticked).map((ranked) => (
            <CauseView
              key={ranked.cause.id}
              ranked={ranked}
              isOpen={open === ranked.cause.id}
              onToggle={(isOpen) => setOpen(isOpen ? ranked.cause.id : undefined)}
              onOpenEntry={onOpenEntry}
            />
          ))}
        </ol>
      </section>
      <p class="entry-foot">{t('entry.informs')}</p>
    </article>
  );
}

interface CauseProps {
  ranked: Ranked;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onOpenEntry: (id: string) => void;
}

function CauseView({ ranked: { cause, speaksFor, speaksAgainst }, isOpen, onToggle, onOpenEntry }: CauseProps) {
  return (
    <li class="cause">
      <details
        open={isOpen}
        onToggle={({ currentTarget }) => currentTarget.open !== isOpen && onToggle(currentTarget.open)}
      >
        <summary>
          <span class="cause-name" {...WRITTEN}>
            {cause.name}
          </span>
          <Reason words="finder.for" signs={speaksFor} />
          <Reason words="finder.against" signs={speaksAgainst} />
        </summary>
        <p class="entry-text" {...WRITTEN}>
          {cause.mechanism}
        </p>
        <p class="entry-text" {...WRITTEN}>
          <strong>{cause.action}</strong>
        </p>
        <p class="entry-meta">
          <EvidenceSign evidence={cause.evidence} />{' '}
          <span {...WRITTEN}>
            {cause.study}, {cause.year}
          </span>{' '}
          <SourceLinks ids={cause.sources} cited={data.cited} />
        </p>
        <button type="button" class="button" onClick={() => onOpenEntry(cause.entry)}>
          <Icon name="read" />
          {t('page.read', [cause.name])}
        </button>
      </details>
    </li>
  );
}

function Reason({ words, signs }: { words: 'finder.for' | 'finder.against'; signs: readonly string[] }) {
  if (signs.length === 0) return null;
  return (
    <span class="cause-reason" data-side={words === 'finder.for' ? 'for' : 'against'}>
      {t(words)} <span {...WRITTEN}>{signs.map((id) => labels.get(id)).join(' · ')}</span>
    </span>
  );
}
