/** Search on top; below it, until something is typed, this site and the terms of this page. */
import { useEffect, useState } from 'preact/hooks';
import { useLoaded, useSearch } from '../../components/library.ts';
import { openPanelHere } from '../../components/open-panel.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { looksLikePdf } from '../../core/settings/reach.ts';
import { useCurrentSite } from './current-site.ts';
import { useCurrentTab, useReport } from './current-tab.ts';
import { Foot } from './Foot.tsx';
import { fitToRoom } from './fit.ts';
import { PageTerms } from './PageTerms.tsx';
import { SiteSwitch } from './SiteSwitch.tsx';

/** What covers the home comes after the first paint, as a part of its own. */
const loadPanes = () => import('./panes.ts');

/** What was typed into the field of the HTML before there was a view. */
const typedAlready = (): string => document.querySelector<HTMLInputElement>('#popup input')?.value ?? '';

export function Popup() {
  const tab = useCurrentTab();
  const site = useCurrentSite(tab);
  const report = useReport(tab?.id);
  const search = useSearch();
  const panes = useLoaded(loadPanes, 'panes');
  const [query, setQuery] = useState(typedAlready);
  /** The entries opened one from another, the last in view. */
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [finding, setFinding] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const end = new AbortController();
    fitToRoom(end.signal);
    return () => end.abort();
  }, []);

  if (panes && finding && trail.length === 0) {
    return (
      <panes.FinderPane
        ticked={ticked}
        onTick={setTicked}
        onBack={() => setFinding(false)}
        onOpenEntry={(id) => setTrail([id])}
        onPanel={() => void openPanelHere({ finder: true }, tab?.windowId).then(() => close())}
      />
    );
  }
  const shown = trail.at(-1);
  const openEntry = (id: string) => setTrail([...trail, id]);
  if (panes && shown !== undefined) {
    return (
      <panes.EntryPane
        id={shown}
        onBack={() => setTrail(trail.slice(0, -1))}
        onOpenEntry={openEntry}
        onPanel={() => void openPanelHere({ entry: shown }, tab?.windowId).then(() => close())}
      />
    );
  }
  return (
    <>
      <SearchBox search={search} query={query} onQuery={setQuery} onOpenEntry={openEntry}>
        <div class="home">
          <SiteSwitch site={site} />
          {tab && site && site.state !== 'impossible' && (
            <PageTerms
              tabId={tab.id}
              isOn={site.state === 'on'}
              isPdf={site.url !== undefined && looksLikePdf(site.url)}
              report={report}
              onOpenEntry={openEntry}
            />
          )}
        </div>
      </SearchBox>
      <Foot onFinder={() => setFinding(true)} />
    </>
  );
}
