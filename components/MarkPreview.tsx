/** A few words marked as the settings say, by the same highlight rules as on a page. */
import { useEffect, useRef } from 'preact/hooks';
import type { Settings } from '../core/settings/defaults.ts';
import { type Look, markName } from '../core/settings/mark-rule.ts';
import { t, WRITTEN } from './words.ts';

/** Term, what follows it. English, like all terms. */
const SAMPLE = [
  ['Magnesium', ' helps muscles relax. A lack of '],
  ['magnesium', ' can cause '],
  ['muscle cramps', ' and '],
  ['tingling', '.'],
] as const;
/** The place of the term that was there before. */
const REPEATED = 1;

export function MarkPreview({ settings }: { settings: Look & Pick<Settings, 'density'> }) {
  const text = useRef<HTMLParagraphElement>(null);
  const { density } = settings;
  const name = markName(settings);
  useEffect(() => {
    const words = [...(text.current?.querySelectorAll('[data-term]') ?? [])];
    const shown = words.filter((_word, place) => density === 'every' || place !== REPEATED);
    CSS.highlights.set(name, new Highlight(...shown.map((word) => rangeOf(word))));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [name, density]);
  return (
    <figure class="preview">
      <link rel="stylesheet" href="/assets/marks.css" />
      <figcaption class="eyebrow">{t('options.preview')}</figcaption>
      <p class="entry-text" ref={text} {...WRITTEN}>
        {SAMPLE.map(([term, after]) => (
          <span key={term}>
            <span data-term="">{term}</span>
            {after}
          </span>
        ))}
      </p>
    </figure>
  );
}

function rangeOf(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
