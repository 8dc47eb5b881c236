/** Every source that an entry cites, with when an editor read it. */
import { type Cited, SourceLink } from './SourceLinks.tsx';
import { sayDate, t, WRITTEN } from './words.ts';

export function Sources({ cited }: { cited: Cited }) {
  return (
    <ul class="sources">
      {Object.entries(cited).map(([id, source]) => (
        <li key={id}>
          <SourceLink source={source}>{source.title}</SourceLink>
          <p class="entry-meta">
            <span {...WRITTEN}>{source.organisation}</span>
            {`, ${source.year === 'undated' ? t('entry.undated') : source.year}. `}
            {source.consulted === 'not opened' ? t('entry.notOpened') : t('entry.read', [sayDate(source.consulted)])}
          </p>
        </li>
      ))}
    </ul>
  );
}
