/** The sources of one statement, as links that carry nothing about the page they are opened from. */
import { Fragment } from 'preact';
import type { Source } from '../core/knowledge/knowledge.ts';
import { t, WRITTEN } from './words.ts';

export type Cited = Readonly<Record<string, Source>>;

export function SourceLink({ source, children }: { source: Source; children: string }) {
  return (
    <a href={source.url} target="_blank" rel="noreferrer" title={source.title} {...WRITTEN}>
      {children}
      <span class="hidden-visually" lang="">
        {` (${t('entry.newTab')})`}
      </span>
    </a>
  );
}

/** One link a source, named by its organisation, and by its title where that would not tell two apart. Ids that are not in `cited` are left out. */
export function SourceLinks({ ids, cited }: { ids: readonly string[]; cited: Cited }) {
  const sources = ids.flatMap((id) => (cited[id] ? [{ id, source: cited[id] }] : []));
  const isAlone = ({ organisation }: Source) =>
    sources.filter(({ source }) => source.organisation === organisation).length === 1;
  return (
    <span>
      {sources.map(({ id, source }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <SourceLink source={source}>
            {isAlone(source) ? source.organisation : `${source.organisation}: ${source.title}`}
          </SourceLink>
        </Fragment>
      ))}
    </span>
  );
}
