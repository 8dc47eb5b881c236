/** Every setting. A change is stored at once; there is nothing to save. */
import { useState } from 'preact/hooks';
import { ask } from '../../components/ask.ts';
import { useSettings } from '../../components/settings.ts';
import { type Stored, useStored } from '../../components/stored.ts';
import { t } from '../../components/words.ts';
import type { FromPage } from '../../core/messages/schema.ts';
import type { Settings } from '../../core/settings/defaults.ts';
import { Files } from './Files.tsx';
import { Looks } from './Looks.tsx';
import { Opening } from './Opening.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';
import { Sync } from './Sync.tsx';
import { sayName } from './say-settings.ts';
import { Terms } from './Terms.tsx';

/** What each part of the page needs: the settings as they are, and ways to change them that say so where they fail. */
export interface PartProps {
  settings: Settings;
  /** Everything that is stored; undefined while it is read. */
  stored: Stored | undefined;
  change: (changes: Partial<Settings>) => void;
  send: (message: FromPage) => void;
}

export function Options() {
  const read = useSettings();
  const stored = useStored(null);
  const [failed, setFailed] = useState(false);
  if (!read) return null;
  const { settings, damaged } = read;
  const send = (message: FromPage) =>
    void ask(message).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const change = (changes: Partial<Settings>) =>
    send({ type: 'change-settings', changes: { ...changes } as Record<string, never> });
  const part = { settings, stored, change, send };
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
      <Files settings={settings} stored={stored} />
    </>
  );
}
