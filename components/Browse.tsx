/** Every entry, by letter or by category. */
import { useState } from 'preact/hooks';
import type { Headline } from '../core/knowledge/headlines.ts';
import { CATEGORIES } from '../core/knowledge/vocabulary.ts';
import { headlines } from './library.ts';
import { CATEGORY_GROUP, say, t, WRITTEN } from './words.ts';

interface Group {
  readonly title: string;
  readonly isWritten: boolean;
  readonly entries: readonly Headline[];
}

const byName = (a: Headline, b: Headline) => a.name.localeCompare(b.name, 'en');

export function Browse({ onOpenEntry }: { onOpenEntry: (id: string) => void }) {
  const [order, setOrder] = useState<'name' | 'category'>('name');
  const groups = order === 'name' ? byLetter() : byCategory();
  return (
    <section class="browse">
      <div class="browse-top">
        <h2>{t('browse.title')}</h2>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no inline box in every browser */}
        <div class="segments" role="group" aria-label={t('browse.order')}>
          <button type="button" aria-pressed={order === 'name'} onClick={() => setOrder('name')}>
            {t('browse.byName')}
          </button>
          <button type="button" aria-pressed={order === 'category'} onClick={() => setOrder('category')}>
            {t('browse.byCategory')}
          </button>
        </div>
      </div>
      {groups.map(({ title, isWritten, entries }) => (
        <div class="browse-group" key={title}>
          <h3 {...(isWritten && WRITTEN)}>{title}</h3>
          <ul>
            {entries.map(({ id, name }) => (
              <li key={id}>
                <button type="button" class="browse-entry" onClick={() => onOpenEntry(id)} {...WRITTEN}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function byLetter(): Group[] {
  const groups = Object.groupBy(headlines().toSorted(byName), ({ name }) => name.charAt(0).toUpperCase());
  return Object.entries(groups).map(([title, entries]) => ({ title, isWritten: true, entries: entries ?? [] }));
}

function byCategory(): Group[] {
  const all = headlines().toSorted(byName);
  return CATEGORIES.map((category) => ({
    title: say(CATEGORY_GROUP[category]),
    isWritten: false,
    entries: all.filter((entry) => entry.category === category),
  }));
}
