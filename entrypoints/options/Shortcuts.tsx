/** The keyboard shortcuts as they are set now, and the way to the browser's own page that changes them. */
import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { t } from '../../components/words.ts';
import { Part } from './fields.tsx';

/** Where Chromium browsers keep them; Firefox has a call instead. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

export function Shortcuts() {
  const [commands, setCommands] = useState<readonly Browser.commands.Command[]>([]);
  useEffect(() => {
    // Firefox for Android has no commands.
    if ('commands' in browser) void browser.commands.getAll().then(setCommands);
  }, []);
  if (commands.length === 0) return null;
  return (
    <Part title="options.shortcuts">
      <dl class="shortcuts">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description || t('options.openPopup')}</dt>
            <dd>{shortcut ? <kbd dir="ltr">{shortcut}</kbd> : <span class="soft">{t('options.noShortcut')}</span>}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={openShortcutSettings}>
        {t('options.changeShortcuts')}
      </button>
    </Part>
  );
}

function openShortcutSettings(): void {
  const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) void commands.openShortcutSettings();
  else void browser.tabs.create({ url: CHROMIUM_PAGE });
}
