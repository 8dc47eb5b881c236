/** All settings as a file, out and in, and back to how it was on the first day. */
import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../components/ask.ts';
import type { Stored } from '../../components/stored.ts';
import { t } from '../../components/words.ts';
import { SETTINGS_KEY, type Settings } from '../../core/settings/defaults.ts';
import {
  differenceOf,
  MAX_FILE_LENGTH,
  type ReadTransfer,
  readTransfer,
  type Transfer,
  writeTransfer,
} from '../../core/settings/transfer.ts';
import { Part } from './fields.tsx';
import { sayName, sayValue } from './say-settings.ts';

const FILE_NAME = 'fascicle-settings.json';
/** Milliseconds after which a browser has surely taken up what it was given to save. */
const SAVED = 60_000;
/** Bytes that a letter takes at most. */
const LETTER = 4;

export function Files({ settings, stored }: { settings: Settings; stored: Stored | undefined }) {
  const picker = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadTransfer>();
  const [done, setDone] = useState<'imported' | 'reset'>();
  const [isAsking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);

  const pick = async (file: File | undefined) => {
    if (!file) return;
    setDone(undefined);
    // Of a file that is too large no more is read than shows it.
    const text = file.slice(0, LETTER * (MAX_FILE_LENGTH + 1)).text();
    setRead(await text.then(readTransfer, () => UNREADABLE));
    if (picker.current) picker.current.value = '';
  };
  const attempt = async (change: () => Promise<unknown>, then: () => void) => {
    const isStored = await change().then(
      () => true,
      () => false,
    );
    setFailed(!isStored);
    if (isStored) then();
  };
  const takeOver = ({ settings: changes, rules }: Transfer) =>
    attempt(
      async () => {
        await ask({ type: 'change-settings', changes: { ...changes } as Record<string, never> });
        await ask({ type: 'set-rules', rules: { ...rules } });
      },
      () => {
        setRead(undefined);
        setDone('imported');
      },
    );
  const reset = () =>
    attempt(
      () => ask({ type: 'reset' }),
      () => {
        setAsking(false);
        setDone('reset');
      },
    );

  return (
    <Part title="options.files" hint="options.filesHint">
      <div class="row">
        <button type="button" class="button" onClick={() => void download(FILE_NAME)}>
          {t('options.export')}
        </button>
        <button type="button" class="button" onClick={() => picker.current?.click()}>
          {t('options.import')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          class="hidden-visually"
          tabIndex={-1}
          aria-label={t('options.import')}
          onChange={({ currentTarget }) => void pick(currentTarget.files?.[0])}
        />
        <button type="button" class="button plain" onClick={() => setAsking(true)}>
          {t('options.reset')}
        </button>
      </div>
      <div role="status">
        {failed && <p class="notice bad">{t('site.failed')}</p>}
        {done && <p class="notice good">{t(done === 'imported' ? 'options.imported' : 'options.wasReset')}</p>}
        {isAsking && (
          <div class="notice">
            <p>{t('options.resetSure')}</p>
            <div class="row">
              <button type="button" class="button main" onClick={() => void reset()}>
                {t('options.resetYes')}
              </button>
              <button type="button" class="button" onClick={() => setAsking(false)}>
                {t('options.cancel')}
              </button>
            </div>
          </div>
        )}
        {read && !('transfer' in read) && (
          <div class="notice bad">
            <p>{t('options.refused')}</p>
            {'tooLarge' in read && <p>{t('options.tooLarge')}</p>}
            {'wrong' in read && (
              <ul>
                {read.wrong.map(({ line, about }) => (
                  <li key={`${line} ${about}`}>{t('options.wrongLine', [line, about])}</li>
                ))}
              </ul>
            )}
          </div>
        )}
        {read && 'transfer' in read && stored && (
          <div class="notice">
            <Changes transfer={read.transfer} settings={settings} stored={stored} />
            <div class="row">
              <button type="button" class="button main" onClick={() => void takeOver(read.transfer)}>
                {t('options.takeOver')}
              </button>
              <button type="button" class="button" onClick={() => setRead(undefined)}>
                {t('options.cancel')}
              </button>
            </div>
          </div>
        )}
      </div>
    </Part>
  );
}

/** A file that was there when it was chosen, and is no longer. */
const UNREADABLE: ReadTransfer = { wrong: [] };

interface ChangesProps {
  transfer: Transfer;
  settings: Settings;
  stored: Stored;
}

/** What an import would change, before it does. */
function Changes({ transfer, settings, stored }: ChangesProps) {
  const { settings: names, added, changed } = differenceOf(transfer, settings, stored);
  if (names.length + added.length + changed.length === 0) return <p>{t('options.nothingNew')}</p>;
  return (
    <>
      <p>{t('options.wouldChange')}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            {sayName(name)}: {sayValue(name, settings[name])} → {sayValue(name, transfer.settings[name])}
          </li>
        ))}
        {added.length > 0 && <li>{t('options.rulesAdded', added.length)}</li>}
        {changed.length > 0 && <li>{t('options.rulesChanged', changed.length)}</li>}
      </ul>
    </>
  );
}

async function download(name: string): Promise<void> {
  const stored = await browser.storage.local.get(null);
  const url = URL.createObjectURL(
    new Blob([writeTransfer(stored, stored[SETTINGS_KEY])], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), SAVED);
}
