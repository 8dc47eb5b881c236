/** How marks and our own pages look, with a preview that follows. */
import { MarkPreview } from '../../components/MarkPreview.tsx';
import { Choice, Part } from './fields.tsx';
import type { PartProps } from './Options.tsx';
import { CHOICES } from './say-settings.ts';

export function Looks({ settings, change }: PartProps) {
  return (
    <Part title="options.looks" hint="options.looksHint">
      <MarkPreview settings={settings} />
      <Choice
        legend="options.markStyle"
        value={settings.markStyle}
        choices={CHOICES.markStyle}
        onChoose={(markStyle) => change({ markStyle })}
      />
      <Choice
        legend="options.intensity"
        value={settings.intensity}
        choices={CHOICES.intensity}
        onChoose={(intensity) => change({ intensity })}
      />
      <Choice
        legend="options.colour"
        value={settings.colour}
        choices={CHOICES.colour}
        onChoose={(colour) => change({ colour })}
      />
      <Choice
        legend="options.theme"
        value={settings.theme}
        choices={CHOICES.theme}
        onChoose={(theme) => change({ theme })}
      />
    </Part>
  );
}
