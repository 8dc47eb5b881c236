/** When to get help and how fast, the most pressing first. */
import type { RedFlag } from '../core/knowledge/knowledge.ts';
import { URGENCIES } from '../core/knowledge/schema.ts';
import { type Cited, SourceLinks } from './SourceLinks.tsx';
import { say, URGENCY_NAME, WRITTEN } from './words.ts';

export function RedFlags({ flags, cited }: { flags: readonly RedFlag[]; cited?: Cited }) {
  const byUrgency = [...flags].sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency));
  return (
    <ul class="flags">
      {byUrgency.map((flag) => (
        <li class="flag" data-urgency={flag.urgency} key={flag.text}>
          <strong class="flag-urgency">{say(URGENCY_NAME[flag.urgency])}</strong>
          <span {...WRITTEN}>{flag.text}</span>
          {cited && (
            <p class="entry-meta">
              <SourceLinks ids={flag.sources} cited={cited} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
