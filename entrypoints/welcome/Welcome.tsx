/** Teaches by doing: an article with live marks, three things to try, how much is marked, what is never sent. */
import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../components/ask.ts';
import { Icon } from '../../components/icons.tsx';
import { useSearch } from '../../components/loaded.ts';
import { openPanelInTab } from '../../components/open-panel.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { useSettings } from '../../components/settings.ts';
import { type PlainKey, say, t } from '../../components/words.ts';
import type { Settings } from '../../core/settings/defaults.ts';
import { LiveArticle } from './LiveArticle.tsx';

type Task = 'explain' | 'search' | 'density';

const DENSITIES: Readonly<Record<Settings['density'], PlainKey>> = {
  every: 'density.every',
  section: 'density.section',
  page: 'density.page',
};
const NEVER: readonly PlainKey[] = ['welcome.never1', 'welcome.never2', 'welcome.never3'];

export function Welcome() {
  const read = useSettings();
  const search = useSearch();
  const [query, setQuery] = useState('');
  const [done, setDone] = useState<ReadonlySet<Task>>(new Set());
  const finish = useCallback((task: Task) => setDone((before) => new Set([...before, task])), []);
  const explained = useCallback(() => finish('explain'), [finish]);
  if (!read) return null;
  const { settings } = read;
  const choose = (density: Settings['density']) => {
    finish('density');
    void ask({ type: 'change-settings', changes: { density } });
  };
  const type = (typed: string) => {
    setQuery(typed);
    if (typed.trim().length > 2) finish('search');
  };
  return (
    <>
      <header class="welcome-top">
        <img src="/icon.svg" alt="" width="56" height="56" />
        <div>
          <h1>{t('welcome.title')}</h1>
          <p>{t('welcome.intro')}</p>
        </div>
      </header>
      <div class="welcome-body">
        <LiveArticle settings={settings} onExplained={explained} />
        <aside class="welcome-side">
          <h2>{t('welcome.try')}</h2>
          <ol class="tasks">
            <TaskItem isDone={done.has('explain')} words="welcome.tryExplain" />
            <TaskItem isDone={done.has('search')} words="welcome.trySearch">
              <SearchBox
                search={search}
                query={query}
                onQuery={type}
                onOpenEntry={(id) => void openPanelInTab({ entry: id })}
                focused={false}
              />
            </TaskItem>
            <TaskItem isDone={done.has('density')} words="welcome.tryDensity">
              <div class="density" role="radiogroup" aria-label={t('welcome.tryDensity')}>
                {(Object.keys(DENSITIES) as Settings['density'][]).map((density) => (
                  <label class="tick" key={density}>
                    <input
                      type="radio"
                      name="density"
                      checked={settings.density === density}
                      onChange={() => choose(density)}
                    />
                    {say(DENSITIES[density])}
                  </label>
                ))}
              </div>
            </TaskItem>
          </ol>
          <h2>{t('welcome.never')}</h2>
          <ul class="never">
            {NEVER.map((words) => (
              <li key={words}>
                <Icon name="check" />
                {say(words)}
              </li>
            ))}
          </ul>
          <p class="soft">{t('entry.informs')}</p>
          <button type="button" class="button" onClick={() => void browser.runtime.openOptionsPage()}>
            <Icon name="settings" />
            {t('nav.settings')}
          </button>
        </aside>
      </div>
    </>
  );
}

interface TaskProps {
  isDone: boolean;
  words: PlainKey;
  children?: ComponentChildren;
}

function TaskItem({ isDone, words, children }: TaskProps) {
  return (
    <li class="task" data-done={isDone}>
      <p class="task-words">
        <span class="task-sign">{isDone && <Icon name="check" />}</span>
        {say(words)}
        {isDone && <span class="hidden-visually">{` (${t('welcome.done')})`}</span>}
      </p>
      {children}
    </li>
  );
}
