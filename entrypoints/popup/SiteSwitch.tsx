/** The switch of the site, why it stands as it does, and the way back from the last change. */
import { useState } from 'preact/hooks';
import { ask } from '../../components/ask.ts';
import { Switch } from '../../components/Switch.tsx';
import { type PlainKey, say, t } from '../../components/words.ts';
import type { FromPage } from '../../core/messages/schema.ts';
import type { Barrier } from '../../core/settings/reach.ts';
import type { Rule, SiteState } from '../../core/settings/site-rules.ts';
import type { Site } from './current-site.ts';

const HOUR = 3_600_000;

const STATE: Readonly<Record<SiteState, PlainKey>> = {
  on: 'site.on',
  'off-here': 'site.offHere',
  'off-everywhere': 'site.offEverywhere',
  'not-listed': 'site.notListed',
  paused: 'site.paused',
  impossible: 'site.impossible',
};
const WHY: Readonly<Record<Barrier, PlainKey>> = {
  store: 'unreadable.store',
  browser: 'unreadable.browser',
  extension: 'unreadable.extension',
  file: 'unreadable.file',
  withheld: 'unreadable.withheld',
  other: 'unreadable.other',
};

export function SiteSwitch({ site }: { site: Site | undefined }) {
  /** What the switch was turned to last, and the rules before. */
  const [changed, setChanged] = useState<{ readonly on: boolean; readonly before: Site['rules'] }>();
  const [failed, setFailed] = useState(false);
  if (!site) return <section class="site" />;

  const { url, state, barrier, host, isNamed } = site;
  const send = async (message: FromPage) => {
    try {
      await ask(message);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const turn = (on: boolean) => {
    if (!url) return;
    setChanged({ on, before: site.rules });
    void send({ type: 'switch-site', url: url.href, on });
  };

  return (
    <section class="site" aria-label={t('site.switch', [host])}>
      <div class="site-main">
        <div class="site-words">
          <p class="site-host" data-named={isNamed} dir={isNamed ? 'ltr' : undefined} title={host}>
            {host}
          </p>
          <p class="site-state" role="status">
            {say(STATE[state])}
          </p>
        </div>
        <Switch
          on={state === 'on'}
          disabled={state === 'impossible' || state === 'off-everywhere' || state === 'paused'}
          onChange={turn}
          label={t('site.switch', [host])}
        />
      </div>
      <div class="site-more">
        {failed && <p class="error">{t('site.failed')}</p>}
        {state === 'impossible' && <p class="soft">{say(WHY[barrier])}</p>}
        {state === 'off-everywhere' && (
          <Plain
            words="site.turnOnEverywhere"
            onClick={() => send({ type: 'change-settings', changes: { enabled: true } })}
          />
        )}
        {state === 'paused' && (
          <>
            <p class="soft">{sayPause(site.pause)}</p>
            <Plain words="site.resume" onClick={() => send({ type: 'pause', until: null })} />
          </>
        )}
        {changed && (state === 'on' || state === 'off-here' || state === 'not-listed') && (
          <>
            <p class="soft">{t(changed.on ? 'site.turnedOn' : 'site.turnedOff', [host])}</p>
            <Plain
              words="site.undo"
              onClick={() => {
                void send({ type: 'set-rules', rules: differing(changed.before, site.rules) });
                setChanged(undefined);
              }}
            />
          </>
        )}
        {state === 'on' && !changed && (
          <>
            <Plain words="site.pauseHour" onClick={() => send({ type: 'pause', until: Date.now() + HOUR })} />
            <Plain words="site.pauseRestart" onClick={() => send({ type: 'pause', until: 'restart' })} />
            <Plain
              words="site.switchOffEverywhere"
              onClick={() => send({ type: 'change-settings', changes: { enabled: false } })}
            />
          </>
        )}
      </div>
    </section>
  );
}

/** Of the rules `before`, those that are others now: all that an undo has to store. */
const differing = (before: Site['rules'], now: Site['rules']): Record<string, Rule | null> =>
  Object.fromEntries(Object.entries(before).filter(([pattern, rule]) => rule !== now[pattern]));

function Plain({ words, onClick }: { words: PlainKey; onClick: () => void }) {
  return (
    <button type="button" class="button plain" onClick={onClick}>
      {say(words)}
    </button>
  );
}

function sayPause(pause: unknown): string {
  const until = typeof pause === 'object' && pause !== null && 'until' in pause ? pause.until : undefined;
  if (typeof until !== 'number') return t('site.untilRestart');
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(until);
  return t('site.untilTime', [time]);
}
