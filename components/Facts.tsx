/** Facts under the headings of their topics, each with its evidence, kind of study, year and sources. */
import type { Category, Fact } from '../core/knowledge/knowledge.ts';
import { TOPICS } from '../core/knowledge/vocabulary.ts';
import { EvidenceSign } from './EvidenceSign.tsx';
import { type Cited, SourceLinks } from './SourceLinks.tsx';
import { say, topicName, WRITTEN } from './words.ts';

interface Props {
  facts: readonly Fact[];
  category: Category;
  cited: Cited;
}

export function Facts({ facts, category, cited }: Props) {
  return (
    <div class="facts">
      {TOPICS.map((topic) => {
        const about = facts.filter((fact) => fact.topic === topic);
        return (
          about.length > 0 && (
            <section class="fact-group" key={topic}>
              <h3>{say(topicName(topic, category))}</h3>
              {about.map((fact) => (
                <FactView key={fact.text} fact={fact} cited={cited} />
              ))}
            </section>
          )
        );
      })}
    </div>
  );
}

function FactView({ fact, cited }: { fact: Fact; cited: Cited }) {
  return (
    <div class="fact">
      <p class="entry-text" {...WRITTEN}>
        {fact.text}
      </p>
      <p class="entry-meta">
        <EvidenceSign evidence={fact.evidence} />{' '}
        <span {...WRITTEN}>
          {fact.study}, {fact.year}
        </span>{' '}
        <SourceLinks ids={fact.sources} cited={cited} />
      </p>
    </div>
  );
}
