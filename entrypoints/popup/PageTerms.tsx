/** The terms that the page mentions, by category: a click goes to the first mention, the next click to the next. */
import { useState } from 'preact/hooks';
import { Icon } from '../../components/icons.tsx';
import { headline } from '../../components/library.ts';
import { CATEGORY_GROUP, say, t, WRITTEN } from '../../components/words.ts';
import type { Headline } from '../../core/knowledge/headlines.ts';
import { CATEGORIES } from '../../core/knowledge/vocabulary.ts';
import type { TabReport } from '../../core/messages/schema.ts';
import { useIsReadable } from './current-tab.ts';
import { type Place, stepTo } from './stepping.ts';

type Term = TabReport['terms'][number] & Headline;

interface Props {
  tabId: number;
  isOn: boolean;
  isPdf: boolean;
  report: TabReport | undefined;
  onOpenEntry: (id: string) => void;
}

export function PageTerms({ tabId, isOn, isPdf, report, onOpenEntry }: Props) {
  const [place, setPlace] = useState<Place>();
  const isReadable = useIsReadable(tabId, isOn && report?.terms.length === 0);
  if (!report) return <section class="page-terms" aria-busy="true" />;
  const terms = (isOn ? report.terms : []).flatMap((term): Term[] => {
    const known = headline(term.id);
    return known ? [{ ...term, ...known }] : [];
  });
  const none = !isOn ? 'page.off' : isPdf ? 'unreadable.pdf' : isReadable === false ? 'unreadable.other' : 'page.none';
  const step = async (term: Term, by: 1 | -1) => setPlace(await stepTo(tabId, term, by, place));
  return (
    <section class="page-terms">
      <h2>
        {t('page.title')}
        <span class="term-count">{terms.length > 0 && terms.length}</span>
      </h2>
      {isOn && report.paused && <p class="soft">{t('page.busy')}</p>}
      {isOn && report.unwanted && <p class="soft">{t('page.unwanted')}</p>}
      {terms.length === 0 && !(isOn && report.paused) && <p class="soft">{say(none)}</p>}
      {CATEGORIES.map((category) => {
        const group = terms.filter((term) => term.category === category);
        return (
          group.length > 0 && (
            <div key={category}>
              <h3>{say(CATEGORY_GROUP[category])}</h3>
              <ul>
                {group.map((term) => (
                  <li class="term" key={term.id}>
                    <button type="button" class="term-go" onClick={(event) => void step(term, event.shiftKey ? -1 : 1)}>
                      <span class="term-name" {...WRITTEN}>
                        {term.name}
                      </span>
                      <span class="term-count" role="status">
                        {place?.id === term.id ? sayPlace(place, term.count) : t('page.mentions', term.count)}
                      </span>
                    </button>
                    <button
                      type="button"
                      class="button plain bare"
                      aria-label={t('page.read', [term.name])}
                      title={t('page.read', [term.name])}
                      onClick={() => onOpenEntry(term.id)}
                    >
                      <Icon name="read" />
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}

const sayPlace = ({ at }: Place, count: number): string => (at === undefined ? t('page.gone') : `${at} / ${count}`);
