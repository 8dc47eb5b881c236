/** Where marks show: everywhere but for some sites, or on listed sites only. */
import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../../components/icons.tsx';
import type { Stored } from '../../components/stored.ts';
import { say, t } from '../../components/words.ts';
import { parsePattern, type Rule, rulesIn } from '../../core/settings/site-rules.ts';
import { Choice, Part, Tick } from './fields.tsx';
import type { PartProps } from './Options.tsx';
import { CHOICES } from './say-settings.ts';

/** More rules than this are found by searching, not by scrolling. */
const SHOWN = 50;
/** So many are seen at a glance. */
const FEW = 5;

export function Sites({ settings, stored, change, send }: PartProps) {
  const [filter, setFilter] = useState('');
  /** The rule written last stands first: whoever has hundreds sees what became of it. */
  const [added, setAdded] = useState<string>();
  const rules = useMemo(() => inOrder(stored ?? {}, added), [stored, added]);
  const matching = rules.filter(([pattern]) => pattern.includes(filter.trim().toLowerCase()));
  const set = (pattern: string, rule: Rule | null) => send({ type: 'set-rules', rules: { [pattern]: rule } });
  return (
    <Part title="options.sites" hint="options.sitesHint">
      <Tick label={t('options.enabled')} on={settings.enabled} onChange={(enabled) => change({ enabled })} />
      <Choice
        legend="options.mode"
        value={settings.mode}
        choices={CHOICES.mode}
        onChoose={(mode) => change({ mode })}
      />
      <AddRule
        rule={settings.mode === 'everywhere' ? 'off' : 'on'}
        onAdd={(pattern, rule) => {
          setAdded(pattern);
          setFilter('');
          set(pattern, rule);
        }}
      />
      {(rules.length > FEW || filter !== '') && (
        <input
          class="field"
          type="search"
          placeholder={t('options.searchRules')}
          aria-label={t('options.searchRules')}
          value={filter}
          onInput={({ currentTarget }) => setFilter(currentTarget.value)}
        />
      )}
      <p class="soft" role="status">
        {rules.length === 0 ? t('options.noRules') : matching.length === 0 && t('options.noRuleFound')}
      </p>
      <ul class="rules">
        {matching.slice(0, SHOWN).map(([pattern, rule]) => (
          <li class="rule" key={pattern}>
            <span dir="ltr">{pattern}</span>
            <select
              class="field"
              aria-label={t('options.ruleOf', [pattern])}
              value={rule}
              onChange={({ currentTarget }) => set(pattern, currentTarget.value === 'on' ? 'on' : 'off')}
            >
              <option value="on">{t('rule.on')}</option>
              <option value="off">{t('rule.off')}</option>
            </select>
            <button
              type="button"
              class="button plain bare"
              aria-label={t('options.removeRule', [pattern])}
              onClick={() => set(pattern, null)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {matching.length > SHOWN && <p class="soft">{t('options.moreRules', matching.length - SHOWN)}</p>}
    </Part>
  );
}

/** In the order of their patterns, but `first` before all. */
function inOrder(stored: Stored, first: string | undefined): [string, Rule][] {
  const place = (pattern: string) => (pattern === first ? '' : pattern);
  return rulesIn(stored).sort(([a], [b]) => (place(a) < place(b) ? -1 : 1));
}

function AddRule({ rule, onAdd }: { rule: Rule; onAdd: (pattern: string, rule: Rule) => void }) {
  const [written, setWritten] = useState('');
  const [refused, setRefused] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const pattern = parsePattern(written);
    setRefused(pattern === undefined);
    if (pattern === undefined) return;
    onAdd(pattern, rule);
    setWritten('');
  };
  return (
    <form class="add-rule" onSubmit={add}>
      <input
        class="field"
        type="text"
        dir="ltr"
        spellcheck={false}
        autocapitalize="none"
        placeholder="example.org"
        aria-label={t('options.pattern')}
        aria-invalid={refused}
        value={written}
        onInput={({ currentTarget }) => setWritten(currentTarget.value)}
      />
      <button type="submit" class="button">
        {say(rule === 'off' ? 'options.addOff' : 'options.addOn')}
      </button>
      <p role="alert" class="error">
        {refused && t('options.badPattern')}
      </p>
    </form>
  );
}
