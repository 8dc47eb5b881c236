/** Search, all entries, one entry or the finder, with a way back and forth between what was opened. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Browse } from '../../components/Browse.tsx';
import { EntryView } from '../../components/EntryView.tsx';
import { Finder } from '../../components/Finder.tsx';
import { useHistory } from '../../components/history.ts';
import { Icon, type IconName } from '../../components/icons.tsx';
import { useEntry } from '../../components/library.ts';
import { useSearch } from '../../components/loaded.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { t } from '../../components/words.ts';
import { HOME, onRequest, type View } from './requests.ts';

export function Panel({ first }: { first: View }) {
  const history = useHistory<View>(first);
  const { view } = history;
  const search = useSearch();
  const [query, setQuery] = useState(first.kind === 'home' ? first.query : '');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const openEntry = (id: string) => history.open({ kind: 'entry', id });
  const show = useRef(history.open);
  show.current = (asked) => {
    if (asked.kind === 'home') setQuery(asked.query);
    history.open(asked);
  };
  useEffect(() => {
    const end = new AbortController();
    onRequest((asked) => show.current(asked), end.signal);
    return () => end.abort();
  }, []);
  useEffect(() => {
    if (view.kind === 'home') return;
    scroller.current?.scrollTo(0, 0);
    scroller.current?.focus({ preventScroll: true });
  }, [view]);

  return (
    <>
      <nav class="panel-bar" aria-label={t('panel.title')}>
        <BarButton icon="back" label={t('nav.back')} onClick={history.back} disabled={!history.canGoBack} />
        <BarButton icon="next" label={t('panel.forward')} onClick={history.forward} disabled={!history.canGoForward} />
        <span class="panel-gap" />
        <BarButton icon="search" label={t('panel.home')} onClick={() => history.open(HOME)} />
        <BarButton icon="finder" label={t('nav.finder')} onClick={() => history.open({ kind: 'finder' })} />
      </nav>
      {view.kind === 'home' ? (
        <SearchBox search={search} query={query} onQuery={setQuery} onOpenEntry={openEntry}>
          <Browse onOpenEntry={openEntry} />
        </SearchBox>
      ) : (
        <div class="scroller panel-scroller" ref={scroller} tabIndex={-1}>
          {view.kind === 'finder' ? (
            <Finder ticked={ticked} onTick={setTicked} onOpenEntry={openEntry} />
          ) : (
            <Entry id={view.id} onOpenEntry={openEntry} />
          )}
        </div>
      )}
    </>
  );
}

function Entry({ id, onOpenEntry }: { id: string; onOpenEntry: (id: string) => void }) {
  const entry = useEntry(id);
  return entry ? <EntryView entry={entry} onOpenEntry={onOpenEntry} /> : null;
}

interface BarButtonProps {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
}

function BarButton({ icon, label, onClick, disabled = false }: BarButtonProps) {
  return (
    <button
      type="button"
      class="button plain bare"
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={disabled}
    >
      <Icon name={icon} />
    </button>
  );
}
