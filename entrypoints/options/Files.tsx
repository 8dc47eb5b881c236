/** All settings as a file, out and in, and back to how it was on the first day. */
import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../components/ask.ts';
import type { Stored } from '../../components/stored.ts';
import { t } from '../../components/words.ts';
import { SETTINGS_KEY, type Settings } from '../../core/settings/defaults.ts';
import {
  differenceOf,
  type ReadTransfer,
  readTransfer,
  type Transfer,
  writeTransfer,
} from '../../core/settings/transfer.ts';
import { Part } from './fields.tsx';
import { sayName, sayValue } from './say-settings.ts';

const FILE_NAME = 'fascicle-settings.json';
/** Lines listed when a file is refused; more say no more. */
const LINES = 8;

export function Files({ settings, stored }: { settings: Settings; stored: Stored | undefined }) {
  const picker = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadTransfer>();
  const [done, setDone] = useState<'imported' | 'reset'>();
  const [isAsking, setAsking] = useState(false);

  const pick = async (file: File | undefined) => {
    if (!file) return;
    setDone(undefined);
    setRead(readTransfer(await file.text()));
    if (picker.current) picker.current.value = '';
  };
  const takeOver = async ({ settings: changes, rules }: Transfer) => {
    await ask({ type: 'change-settings', changes: { ...changes } as Record<string, never> });
    await ask({ type: 'set-rules', rules: { ...rules } });
    setRead(undefined);
    setDone('imported');
  };
  const reset = async () => {
    await ask({ type: 'reset' });
    setAsking(false);
    setDone('reset');
  };

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
        {read && 'wrong' in read && (
          <div class="notice bad">
            <p>{t('options.refused')}</p>
            <ul>
              {read.wrong.slice(0, LINES).map(({ line, about }) => (
                <li key={`${line} ${about}`}>{t('options.wrongLine', [line, about])}</li>
              ))}
            </ul>
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
  URL.revokeObjectURL(url);
}
