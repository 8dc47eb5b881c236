/** The ways from the popup to the other pages. */
import { browser } from 'wxt/browser';
import { Icon } from '../../components/icons.tsx';
import { t } from '../../components/words.ts';

export function Foot({ onFinder }: { onFinder: () => void }) {
  return (
    <div class="foot">
      <button type="button" class="button plain" onClick={onFinder}>
        <Icon name="finder" />
        {t('nav.finder')}
      </button>
      <button
        type="button"
        class="button plain"
        onClick={() => void browser.runtime.openOptionsPage().then(() => window.close())}
      >
        <Icon name="settings" />
        {t('nav.settings')}
      </button>
    </div>
  );
}
