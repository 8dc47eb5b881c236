/** The browser's own sync: off unless asked for, with what it would send and where. */
import { t } from '../../components/words.ts';
import { Part, Tick } from './fields.tsx';
import type { PartProps } from './Options.tsx';

export function Sync({ settings, change }: PartProps) {
  return (
    <Part title="options.sync">
      <Tick label={t('options.syncOn')} on={settings.sync} onChange={(sync) => change({ sync })} />
      <p class="soft">{t('options.syncWhat')}</p>
    </Part>
  );
}
