/** Search on top; below it, until something is typed, this site and the terms of this page. */
import { useEffect, useState } from 'preact/hooks';
import { useLoaded, useSearch } from '../../components/loaded.ts';
import { openPanelHere } from '../../components/open-panel.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { looksLikePdf } from '../../core/settings/reach.ts';
import { useCurrentSite } from './current-site.ts';
import { useCurrentTab, useReport } from './current-tab.ts';
import { Foot } from './Foot.tsx';
import { fitToRoom } from './fit.ts';
import { SiteSwitch } from './SiteSwitch.tsx';

/** What covers the home comes after the first paint, as a part of its own. */
const loadPanes = () => import('./panes.ts');
/** Brings the names of all entries: asked for at once, and waited for by nothing else. */
const termsPart = import('./PageTerms.tsx');
const loadTerms = () => termsPart;

/** What was typed into the field of the HTML before there was a view. */
const typedAlready = (): string => document.querySelector<HTMLInputElement>('#popup input')?.value ?? '';

export function Popup() {
  const tab = useCurrentTab();
  const site = useCurrentSite(tab);
  const report = useReport(tab?.id);
  const search = useSearch();
  const panes = useLoaded(loadPanes, 'panes');
  const terms = useLoaded(loadTerms, 'terms');
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
          {terms && tab && site && site.state !== 'impossible' && (
            <terms.PageTerms
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
