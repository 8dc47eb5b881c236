/** Every setting. A change is stored at once; there is nothing to save. */
import { useState } from 'preact/hooks';
import { ask } from '../../components/ask.ts';
import { useSettings } from '../../components/stored.ts';
import { t } from '../../components/words.ts';
import type { Settings } from '../../core/settings/defaults.ts';
import { Files } from './Files.tsx';
import { Looks } from './Looks.tsx';
import { Opening } from './Opening.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';
import { Sync } from './Sync.tsx';
import { sayName } from './say-settings.ts';
import { Terms } from './Terms.tsx';

/** What each part of the page needs: the settings as they are, and a way to change them. */
export interface PartProps {
  settings: Settings;
  change: (changes: Partial<Settings>) => void;
}

export function Options() {
  const read = useSettings();
  const [failed, setFailed] = useState(false);
  if (!read) return null;
  const { settings, damaged } = read;
  const change = (changes: Partial<Settings>) =>
    void ask({ type: 'change-settings', changes: { ...changes } as Record<string, never> }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const part = { settings, change };
  return (
    <>
      <header class="options-top">
        <h1>{t('options.title')}</h1>
        <p class="soft">{t('options.intro')}</p>
      </header>
      <div role="alert">
        {failed && <p class="notice">{t('site.failed')}</p>}
        {damaged.length > 0 && <p class="notice">{t('options.damaged', [damaged.map(sayName).join(', ')])}</p>}
      </div>
      <Looks {...part} />
      <Terms {...part} />
      <Opening {...part} />
      <Sites {...part} />
      <Shortcuts />
      <Sync {...part} />
      <Files settings={settings} />
    </>
  );
}
