/** How the popover opens. */
import { useId } from 'preact/hooks';
import { t } from '../../components/words.ts';
import { DWELL } from '../../core/settings/schema.ts';
import { Choice, Part } from './fields.tsx';
import type { PartProps } from './Options.tsx';
import { CHOICES, saySeconds } from './say-settings.ts';

const STEP = 100;

export function Opening({ settings, change }: PartProps) {
  const id = useId();
  const { openOn, modifier, dwell } = settings;
  return (
    <Part title="options.opening">
      <Choice
        legend="options.openOn"
        value={openOn}
        choices={CHOICES.openOn}
        onChoose={(value) => change({ openOn: value })}
      />
      {openOn === 'modifier' && (
        <Choice
          legend="options.modifier"
          value={modifier}
          choices={CHOICES.modifier}
          onChoose={(value) => change({ modifier: value })}
        />
      )}
      {openOn !== 'click' && (
        <div class="choice">
          <label class="legend" for={id}>
            {t('options.dwell')}
          </label>
          <div class="slider">
            <input
              id={id}
              type="range"
              min={DWELL.min}
              max={DWELL.max}
              step={STEP}
              value={dwell}
              aria-valuetext={saySeconds(dwell)}
              onChange={({ currentTarget }) => change({ dwell: Number(currentTarget.value) })}
            />
            <output for={id}>{saySeconds(dwell)}</output>
          </div>
        </div>
      )}
    </Part>
  );
}
