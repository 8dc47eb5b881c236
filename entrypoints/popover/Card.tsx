/** What the popover shows: one entry, the way back, and what the reader can do about the mark. */
import { EntryView } from '../../components/EntryView.tsx';
import { t } from '../../components/words.ts';
import type { EntryView as Entry } from '../../core/knowledge/view.ts';

export interface CardActions {
  openEntry: (id: string) => void;
  back: () => void;
  hideTerm: () => void;
  switchOffHere: () => void;
  openPanel: () => void;
  close: () => void;
}

interface Props {
  entry: Entry;
  hasBack: boolean;
  actions: CardActions;
}

export function Card({ entry, hasBack, actions }: Props) {
  return (
    <section class="card" role="dialog" aria-labelledby={`entry-${entry.id}`} tabIndex={-1}>
      <div class="card-body" key={entry.id}>
        <EntryView entry={entry} extent="brief" onOpenEntry={actions.openEntry} onMore={actions.openPanel} />
      </div>
      <div class="card-bar">
        {hasBack && (
          <button type="button" class="button" onClick={actions.back}>
            {t('popover.back')}
          </button>
        )}
        <button type="button" class="button" onClick={actions.hideTerm}>
          {t('popover.hideTerm')}
        </button>
        <button type="button" class="button" onClick={actions.switchOffHere}>
          {t('popover.switchOff')}
        </button>
      </div>
    </section>
  );
}
