/** What the popover shows: one entry, the way back, and what the reader can do about it. */
import { EntryBrief } from '../../components/EntryBrief.tsx';
import { Icon } from '../../components/icons.tsx';
import { CATEGORY_NAME, say, t } from '../../components/words.ts';
import type { Part } from '../../core/knowledge/parts.ts';
import type { EntryView } from '../../core/knowledge/view.ts';

export interface CardActions {
  openEntry: (id: string) => void;
  back: () => void;
  copy: () => void;
  hideTerm: () => void;
  switchOffHere: () => void;
  openPanel: () => void;
  close: () => void;
}

export interface CardProps {
  entry: EntryView;
  parts: readonly Part[];
  whole: boolean;
  hasBack: boolean;
  /** A sheet is drawn down by its handle. */
  sheet: boolean;
  /** What became of copying: it worked, or the text is to be copied by hand. */
  copied: true | string | undefined;
  actions: CardActions;
}

export function Card({ entry, parts, whole, hasBack, sheet, copied, actions }: CardProps) {
  return (
    <section class="card" role="dialog" aria-labelledby="entry-name" aria-describedby="entry-answer" tabIndex={-1}>
      {sheet && <div class="handle" />}
      <div class="card-top">
        {hasBack && (
          <button type="button" class="button plain" onClick={actions.back}>
            <Icon name="back" />
            {t('popover.back')}
          </button>
        )}
        <p class="eyebrow">{say(CATEGORY_NAME[entry.category])}</p>
        <button
          type="button"
          class="button plain bare close"
          aria-label={t('popover.close')}
          title={t('popover.close')}
          onClick={actions.close}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="card-body" key={entry.id}>
        <EntryBrief entry={entry} parts={parts} whole={whole} onOpenEntry={actions.openEntry} />
      </div>
      <div class="card-bar">
        {typeof copied === 'string' && (
          <label class="by-hand">
            {t('popover.copyByHand')}
            <textarea readOnly rows={3} value={copied} />
          </label>
        )}
        <div class="card-row">
          <button type="button" class="button plain" onClick={actions.openPanel}>
            <Icon name="panel" />
            {t('popover.full')}
          </button>
          <button type="button" class="button plain" onClick={actions.copy}>
            <Icon name={copied === true ? 'check' : 'copy'} />
            <span role="status">{copied === true ? t('popover.copied') : t('popover.copy')}</span>
          </button>
        </div>
      </div>
      <div class="card-row card-seldom">
        <button type="button" class="button plain" onClick={actions.hideTerm}>
          {t('popover.hideTerm')}
        </button>
        <button type="button" class="button plain" onClick={actions.switchOffHere}>
          {t('popover.switchOff')}
        </button>
      </div>
    </section>
  );
}
