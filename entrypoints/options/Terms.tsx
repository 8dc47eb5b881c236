/** Which mentions are marked: density, categories, and terms hidden one by one. */
import { Icon } from '../../components/icons.tsx';
import { headline } from '../../components/library.ts';
import { CATEGORY_GROUP, say, t, WRITTEN } from '../../components/words.ts';
import { CATEGORIES, type Category } from '../../core/knowledge/vocabulary.ts';
import { Choice, Part, Tick } from './fields.tsx';
import type { PartProps } from './Options.tsx';
import { CHOICES } from './say-settings.ts';

/** Far above what anybody hides by hand; damaged storage may hold any number. */
const SHOWN = 500;

export function Terms({ settings, change }: PartProps) {
  const { hiddenCategories } = settings;
  const hiddenTerms = [...new Set(settings.hiddenTerms)];
  const show = (category: Category, on: boolean) => {
    const others = hiddenCategories.filter((hidden) => hidden !== category);
    change({ hiddenCategories: on ? others : [...others, category] });
  };
  return (
    <Part title="options.terms">
      <Choice
        legend="options.density"
        value={settings.density}
        choices={CHOICES.density}
        onChoose={(density) => change({ density })}
      />
      <fieldset class="choice">
        <legend>{t('options.categories')}</legend>
        <div class="tick-grid">
          {CATEGORIES.map((category) => (
            <Tick
              key={category}
              label={say(CATEGORY_GROUP[category])}
              on={!hiddenCategories.includes(category)}
              onChange={(on) => show(category, on)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="choice">
        <legend>{t('options.hidden')}</legend>
        {hiddenTerms.length === 0 && <p class="soft">{t('options.noneHidden')}</p>}
        <div class="chips">
          {hiddenTerms.slice(0, SHOWN).map((id) => (
            <button
              type="button"
              class="chip"
              key={id}
              aria-label={t('options.unhide', [headline(id)?.name ?? id])}
              onClick={() => change({ hiddenTerms: hiddenTerms.filter((other) => other !== id) })}
            >
              <span {...WRITTEN}>{headline(id)?.name ?? id}</span>
              <Icon name="close" />
            </button>
          ))}
        </div>
      </fieldset>
    </Part>
  );
}
