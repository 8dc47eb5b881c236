/** One entry in full, with the way back. Escape goes back too. */
import { useEffect, useRef } from 'preact/hooks';
import { EntryView } from '../../components/EntryView.tsx';
import { Icon } from '../../components/icons.tsx';
import { useEntry } from '../../components/library.ts';
import { t } from '../../components/words.ts';

interface Props {
  id: string;
  onBack: () => void;
  onOpenEntry: (id: string) => void;
  onPanel: () => void;
}

export function EntryPane({ id, onBack, onOpenEntry, onPanel }: Props) {
  const entry = useEntry(id);
  const scroller = useRef<HTMLDivElement>(null);
  // Each entry starts at its top, with the focus there.
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
    scroller.current?.focus({ preventScroll: true });
  }, [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onBack();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape works wherever the focus is */}
      <div class="entry-bar" onKeyDown={onKeyDown}>
        <button type="button" class="button plain" onClick={onBack}>
          <Icon name="back" />
          {t('nav.back')}
        </button>
        <button type="button" class="button plain" onClick={onPanel}>
          <Icon name="panel" />
          {t('nav.panel')}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above; scrolls by keyboard */}
      <div class="scroller entry-scroller" ref={scroller} tabIndex={-1} onKeyDown={onKeyDown}>
        {entry && <EntryView entry={entry} extent="full" onOpenEntry={onOpenEntry} />}
      </div>
    </>
  );
}
