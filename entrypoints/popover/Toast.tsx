/** A word on what was done, with its undo. */
import { t } from '../../components/words.ts';

interface Props {
  text: string;
  onUndo: () => void;
}

export function Toast({ text, onUndo }: Props) {
  return (
    <div class="toast" role="status">
      <span>{text}</span>
      <button type="button" class="button" onClick={onUndo}>
        {t('popover.undo')}
      </button>
    </div>
  );
}
