/** Entries that this one is related to, grouped by how; under "see also", at the end, those that no other group holds. */
import type { RelatedEntry, Relation } from '../core/knowledge/knowledge.ts';
import { RELATION_NAME, say, t, WRITTEN } from './words.ts';

/** More of one kind than `MANY` would hide the other kinds: all but the first `FEW` are folded in. */
const MANY = 9;
const FEW = 7;

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
            <Chips entries={few(entries)} onOpenEntry={onOpenEntry} />
            {few(entries).length < entries.length && (
              <details class="more-related">
                <summary>{t('entry.moreRelated', [String(entries.length - FEW)])}</summary>
                <div>
                  <Chips entries={entries.slice(FEW)} onOpenEntry={onOpenEntry} />
                </div>
              </details>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Chips({ entries, onOpenEntry }: { entries: readonly RelatedEntry[]; onOpenEntry: Props['onOpenEntry'] }) {
  return entries.map(({ id, name }) => (
    <button type="button" class="chip" key={id} onClick={() => onOpenEntry(id)} {...WRITTEN}>
      {name}
    </button>
  ));
}

/** Those that are shown at once. */
const few = (entries: readonly RelatedEntry[]) => (entries.length > MANY ? entries.slice(0, FEW) : entries);

function inOrder(relations: readonly RelatedEntry[]): RelatedEntry[] {
  const telling = relations.filter(({ relation }) => relation !== 'see also');
  const told = new Set(telling.map(({ id }) => id));
  return [...telling, ...relations.filter(({ relation, id }) => relation === 'see also' && !told.has(id))];
}
