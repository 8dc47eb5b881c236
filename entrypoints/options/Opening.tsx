/** How the popover opens. */
import { useId } from 'preact/hooks';
import { t } from '../../components/words.ts';
import { DWELL } from '../../core/settings/schema.ts';
import { Choice, Part } from './fields.tsx';
import type { PartProps } from './Options.tsx';

const STEP = 100;

export function Opening({ settings, change }: PartProps) {
  const id = useId();
  const { openOn, modifier, dwell } = settings;
  const seconds = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second', unitDisplay: 'long' });
  return (
    <Part title="options.opening">
      <Choice
        legend="options.openOn"
        value={openOn}
        choices={{ hover: 'openOn.hover', click: 'openOn.click', modifier: 'openOn.modifier' }}
        onChoose={(value) => change({ openOn: value })}
      />
      {openOn === 'modifier' && (
        <Choice
          legend="options.modifier"
          value={modifier}
          choices={{ alt: 'modifier.alt', control: 'modifier.control', shift: 'modifier.shift' }}
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
              aria-valuetext={seconds.format(dwell / 1000)}
              onChange={({ currentTarget }) => change({ dwell: Number(currentTarget.value) })}
            />
            <output for={id}>{seconds.format(dwell / 1000)}</output>
          </div>
        </div>
      )}
    </Part>
  );
}
