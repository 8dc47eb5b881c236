/**
 * The search field and its results: a combobox with a listbox, as the ARIA Authoring Practices describe it. The field keeps
 * the focus; arrows move through the results, Enter opens one, Escape empties the field.
 */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CATEGORIES } from '../core/knowledge/vocabulary.ts';
import type { Found, Search } from '../core/search/search.ts';
import { Icon } from './icons.tsx';
import { Letters } from './Letters.tsx';
import { CATEGORY_NAME, type PlainKey, say, t, WRITTEN } from './words.ts';

interface Props {
  /** Undefined while it loads: what is typed meanwhile is answered then. */
  search: Search | undefined;
  query: string;
  onQuery: (query: string) => void;
  onOpenEntry: (id: string) => void;
  /** Whether the field has the focus from the start. */
  focused?: boolean;
  /** Shown while the field is empty. */
  children?: ComponentChildren;
}

/** Two screens: whoever does not see it there types more. */
const RESULTS = 12;

export function SearchBox({ search, query, onQuery, onOpenEntry, focused = true, children }: Props) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const asked = query.trim() !== '';
  const results = useMemo(() => (asked && search ? search(query, RESULTS) : []), [asked, search, query]);
  const chosen = Math.min(active, results.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  // Before the first paint: what is typed at once must not be lost.
  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  useLayoutEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined && results.length > 0) {
      event.preventDefault();
      setActive((chosen + move + results.length) % results.length);
    } else if (event.key === 'Enter' && results[chosen]) {
      event.preventDefault();
      onOpenEntry(results[chosen].id);
    } else if (event.key === 'Escape' && query !== '') {
      // With an empty field Escape is left to the browser, which closes the popup.
      event.preventDefault();
      event.stopPropagation();
      onQuery('');
    }
  };

  return (
    <div class="search">
      <div class="search-top">
        <div class="search-field">
          <Icon name="search" />
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-expanded={results.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={results.length > 0 ? optionId(chosen) : undefined}
            aria-label={t('search.label')}
            placeholder={t('search.placeholder')}
            autocomplete="off"
            autocorrect="off"
            autocapitalize="none"
            spellcheck={false}
            enterkeyhint="search"
            value={query}
            onInput={({ currentTarget }) => {
              setActive(0);
              onQuery(currentTarget.value);
            }}
            onKeyDown={onKeyDown}
          />
          {query !== '' && (
            <button
              type="button"
              class="button plain bare"
              aria-label={t('search.clear')}
              onClick={() => {
                onQuery('');
                field.current?.focus();
              }}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      </div>
      <div class="scroller">
        <p class="hidden-visually" role="status">
          {asked && search && t('search.count', results.length)}
        </p>
        <div
          ref={list}
          class="results"
          id={listId}
          role="listbox"
          aria-label={t('search.label')}
          hidden={!results.length}
        >
          {results.map((found, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a listbox belong to its combobox
            <div
              key={found.id}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              class="result"
              aria-selected={index === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onOpenEntry(found.id)}
            >
              <Result found={found} />
            </div>
          ))}
        </div>
        {asked && search && results.length === 0 && (
          <div class="empty">
            <p>{t('search.none', [query.trim()])}</p>
            <p class="soft">{t('search.noneHint')}</p>
          </div>
        )}
        {!asked && children}
      </div>
    </div>
  );
}

const REASON: Readonly<Record<Exclude<Found['by'], 'name'>, PlainKey>> = {
  form: 'search.alsoCalled',
  phrase: 'search.askedAs',
  prose: 'search.mentionedIn',
};

function Result({ found }: { found: Found }) {
  const category = CATEGORIES[found.category];
  return (
    <>
      <span class="result-name" {...WRITTEN}>
        {found.by === 'name' ? <Letters text={found.name} found={found.letters} /> : found.name}
      </span>
      <span class="result-category">{category && say(CATEGORY_NAME[category])}</span>
      {found.by !== 'name' && (
        <span class="result-why">
          {say(REASON[found.by])}{' '}
          {found.by !== 'prose' && (
            <span {...WRITTEN}>
              <Letters text={found.phrase} found={found.letters} />
            </span>
          )}
        </span>
      )}
      <span class="result-answer" {...WRITTEN}>
        {found.answer}
      </span>
    </>
  );
}
