/** Entries that this one is related to, grouped by how; under "see also", at the end, those that no other group holds. */
import type { RelatedEntry, Relation } from '../core/knowledge/knowledge.ts';
import { RELATION_NAME, say, WRITTEN } from './words.ts';

interface Props {
  relations: readonly RelatedEntry[];
  onOpenEntry: (id: string) => void;
}

export function Related({ relations, onOpenEntry }: Props) {
  const groups = new Map<Relation, RelatedEntry[]>();
  for (const related of inOrder(relations))
    groups.set(related.relation, [...(groups.get(related.relation) ?? []), related]);
  return (
    <dl class="related">
      {[...groups].map(([relation, entries]) => (
        <div key={relation}>
          <dt>{say(RELATION_NAME[relation])}</dt>
          <dd>
            {entries.map(({ id, name }) => (
              <button type="button" class="chip" key={id} onClick={() => onOpenEntry(id)} {...WRITTEN}>
                {name}
              </button>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function inOrder(relations: readonly RelatedEntry[]): RelatedEntry[] {
  const telling = relations.filter(({ relation }) => relation !== 'see also');
  const told = new Set(telling.map(({ id }) => id));
  return [...telling, ...relations.filter(({ relation, id }) => relation === 'see also' && !told.has(id))];
}
