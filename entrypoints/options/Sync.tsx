/** The browser's own sync: off unless asked for, with what it would send and where. */
import { useStored } from '../../components/stored.ts';
import { t } from '../../components/words.ts';
import { itemsOf } from '../../core/settings/sync.ts';
import { Part, Tick } from './fields.tsx';
import type { PartProps } from './Options.tsx';

export function Sync({ settings, change }: PartProps) {
  const stored = useStored(null);
  const isTooBig = settings.sync && stored !== undefined && itemsOf(stored) === undefined;
  return (
    <Part title="options.sync">
      <Tick label={t('options.syncOn')} on={settings.sync} onChange={(sync) => change({ sync })} />
      <p class="soft">{t('options.syncWhat')}</p>
      <div role="status">{isTooBig && <p class="notice">{t('options.syncTooBig')}</p>}</div>
    </Part>
  );
}
