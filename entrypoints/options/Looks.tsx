/** How marks and our own pages look, with a preview that follows. */
import { MarkPreview } from '../../components/MarkPreview.tsx';
import { Choice, Part } from './fields.tsx';
import type { PartProps } from './Options.tsx';

export function Looks({ settings, change }: PartProps) {
  return (
    <Part title="options.looks" hint="options.looksHint">
      <MarkPreview settings={settings} />
      <Choice
        legend="options.markStyle"
        value={settings.markStyle}
        choices={{ dotted: 'style.dotted', solid: 'style.solid', wavy: 'style.wavy', tint: 'style.tint' }}
        onChoose={(markStyle) => change({ markStyle })}
      />
      <Choice
        legend="options.intensity"
        value={settings.intensity}
        choices={{ quiet: 'intensity.quiet', normal: 'intensity.normal', strong: 'intensity.strong' }}
        onChoose={(intensity) => change({ intensity })}
      />
      <Choice
        legend="options.colour"
        value={settings.colour}
        choices={{ teal: 'colour.teal', amber: 'colour.amber', violet: 'colour.violet', text: 'colour.text' }}
        onChoose={(colour) => change({ colour })}
      />
      <Choice
        legend="options.theme"
        value={settings.theme}
        choices={{ auto: 'theme.auto', light: 'theme.light', dark: 'theme.dark' }}
        onChoose={(theme) => change({ theme })}
      />
    </Part>
  );
}
