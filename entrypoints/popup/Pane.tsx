/** What covers the popup's home: a bar with the way back, and something long to read. Escape goes back too. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icons.tsx';
import { t } from '../../components/words.ts';

interface Props {
  /** What is shown; another one starts at its top. */
  of?: string;
  onBack: () => void;
  onPanel: () => void;
  children: ComponentChildren;
}

export function Pane({ of, onBack, onPanel, children }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
    scroller.current?.focus({ preventScroll: true });
  }, [of]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onBack();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [onBack]);
  return (
    <div class="pane">
      <div class="entry-bar">
        <button type="button" class="button plain" onClick={onBack}>
          <Icon name="back" />
          {t('nav.back')}
        </button>
        <button type="button" class="button plain" onClick={onPanel}>
          <Icon name="panel" />
          {t('nav.panel')}
        </button>
      </div>
      <div class="scroller entry-scroller" ref={scroller} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
