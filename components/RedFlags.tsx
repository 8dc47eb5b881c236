/** When to get help and how fast, the most pressing first; those of one urgency stand together. */
import type { RedFlag } from '../core/knowledge/knowledge.ts';
import { URGENCIES } from '../core/knowledge/vocabulary.ts';
import { type Cited, SourceLinks } from './SourceLinks.tsx';
import { say, URGENCY_NAME, WRITTEN } from './words.ts';

export function RedFlags({ flags, cited }: { flags: readonly RedFlag[]; cited: Cited }) {
  return (
    <div class="flags">
      {URGENCIES.map((urgency) => {
        const group = flags.filter((flag) => flag.urgency === urgency);
        return (
          group.length > 0 && (
            <div class="flag" data-urgency={urgency} key={urgency}>
              <strong class="flag-urgency">{say(URGENCY_NAME[urgency])}</strong>
              <ul class={group.length > 1 ? 'flag-list' : undefined}>
                {group.map(({ text }) => (
                  <li key={text} {...WRITTEN}>
                    {text}
                  </li>
                ))}
              </ul>
              <p class="entry-meta">
                <SourceLinks ids={[...new Set(group.flatMap(({ sources }) => sources))]} cited={cited} />
              </p>
            </div>
          )
        );
      })}
    </div>
  );
}
