/** The browser's own sync: off unless asked for, with what it would send and where. */
import { useMemo } from 'preact/hooks';
import { t } from '../../components/words.ts';
import { itemsOf } from '../../core/settings/sync.ts';
import { Part, Tick } from './fields.tsx';
import type { PartProps } from './Options.tsx';

export function Sync({ settings, stored, change }: PartProps) {
  const { sync } = settings;
  const isTooBig = useMemo(() => sync && stored !== undefined && itemsOf(stored) === undefined, [sync, stored]);
  return (
    <Part title="options.sync">
      <Tick label={t('options.syncOn')} on={sync} onChange={(on) => change({ sync: on })} />
      <p class="soft">{t('options.syncWhat')}</p>
      <div role="status">{isTooBig && <p class="notice">{t('options.syncTooBig')}</p>}</div>
    </Part>
  );
}
