/** When an editor last went over the entry and when the next review is due; said plainly where that day has passed. */
import type { Entry } from '../core/knowledge/knowledge.ts';
import { sayDate, t } from './words.ts';

export function Reviewed({ entry: { reviewed, nextReview } }: { entry: Pick<Entry, 'reviewed' | 'nextReview'> }) {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <p class="entry-foot">
      {t('entry.reviewed', [sayDate(reviewed), sayDate(nextReview)])}{' '}
      {nextReview < today && <strong class="entry-overdue">{t('entry.overdue')} </strong>}
      {t('entry.informs')}
    </p>
  );
}
