/** The demo article with live marks: the pointer or a click on one explains it beside the line. */
import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { EntryView } from '../../components/EntryView.tsx';
import { Icon } from '../../components/icons.tsx';
import { useEntry } from '../../components/library.ts';
import { t, WRITTEN } from '../../components/words.ts';
import type { Settings } from '../../core/settings/defaults.ts';
import { ARTICLE } from './article.ts';
import { findMarks, type Mark, shownAt, TEXTS } from './find-marks.ts';

interface Props {
  settings: Settings;
  onExplained: () => void;
}

export function LiveArticle({ settings, onExplained }: Props) {
  const article = useRef<HTMLElement>(null);
  const [at, setAt] = useState<{ mark: Mark; id: string }>();
  const { markStyle, intensity, colour, density, dwell, enabled } = settings;
  const all = useMemo(findMarks, []);
  const marks = useMemo(() => (enabled ? shownAt(all, density) : []), [all, density, enabled]);

  useEffect(() => {
    const name = `fascicle-${markStyle}-${intensity}-${colour}`;
    CSS.highlights.set(name, new Highlight(...marks.flatMap((mark) => rangeOf(article.current, mark) ?? [])));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [marks, markStyle, intensity, colour]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const explain = (mark: Mark) => {
      setAt({ mark, id: mark.id });
      onExplained();
    };
    const onMove = (event: PointerEvent) => {
      clearTimeout(timer);
      const mark = markAt(article.current, marks, event);
      if (mark && event.pointerType === 'mouse') timer = setTimeout(() => explain(mark), dwell);
    };
    const onClick = (event: MouseEvent) => {
      const mark = markAt(article.current, marks, event);
      if (mark) explain(mark);
    };
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && setAt(undefined);
    const element = article.current;
    element?.addEventListener('pointermove', onMove);
    element?.addEventListener('click', onClick);
    addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener('pointermove', onMove);
      element?.removeEventListener('click', onClick);
      removeEventListener('keydown', onKeyDown);
    };
  }, [marks, dwell, onExplained]);

  let index = 0;
  const piece = (text: string) => (
    <span data-text={index++} key={text}>
      {text}
    </span>
  );
  return (
    <div class="live">
      <article class="demo" ref={article} {...WRITTEN}>
        <h2>{ARTICLE.title}</h2>
        {ARTICLE.sections.map(({ heading, parts }) => (
          <section key={heading ?? ''}>
            {heading && <h3>{heading}</h3>}
            {parts.map((part) =>
              typeof part === 'string' ? (
                <p key={part}>{piece(part)}</p>
              ) : (
                <ul key={part[0]}>
                  {part.map((item) => (
                    <li key={item}>{piece(item)}</li>
                  ))}
                </ul>
              ),
            )}
          </section>
        ))}
      </article>
      {at && (
        <Card
          id={at.id}
          anchor={() => rangeOf(article.current, at.mark)?.getBoundingClientRect() ?? new DOMRect()}
          onOpenEntry={(id) => setAt({ ...at, id })}
          onClose={() => setAt(undefined)}
        />
      )}
    </div>
  );
}

interface CardProps {
  id: string;
  anchor: () => DOMRect;
  onOpenEntry: (id: string) => void;
  onClose: () => void;
}

function Card({ id, anchor, onOpenEntry, onClose }: CardProps) {
  const entry = useEntry(id);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = card.current;
    if (!element) return;
    const middleware = [offset(8), flip({ padding: 8 }), shift({ padding: 8 })];
    void computePosition({ getBoundingClientRect: anchor }, element, { placement: 'bottom-start', middleware }).then(
      ({ x, y }) => {
        element.style.left = `${x}px`;
        element.style.top = `${y}px`;
      },
    );
  });
  return (
    <div class="demo-card" ref={card} hidden={!entry}>
      <button type="button" class="button plain bare demo-close" aria-label={t('welcome.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
      {entry && <EntryView entry={entry} extent="brief" onOpenEntry={onOpenEntry} />}
    </div>
  );
}

function rangeOf(article: Element | null, { text, start, end }: Mark): Range | undefined {
  const node = article?.querySelector(`[data-text="${text}"]`)?.firstChild;
  if (!node) return undefined;
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** The mark under the pointer: the caret snaps to text beyond a line's end, so the mark's own boxes are asked too. */
function markAt(article: Element | null, marks: readonly Mark[], point: MouseEvent): Mark | undefined {
  const caret = document.caretPositionFromPoint(point.clientX, point.clientY);
  const holder = caret?.offsetNode.parentElement?.dataset.text;
  if (!caret || holder === undefined || TEXTS[Number(holder)] === undefined) return undefined;
  const mark = marks.find(
    ({ text, start, end }) => text === Number(holder) && start <= caret.offset && caret.offset <= end,
  );
  const boxes = mark ? [...(rangeOf(article, mark)?.getClientRects() ?? [])] : [];
  const isInside = ({ left, right, top, bottom }: DOMRect) =>
    left <= point.clientX && point.clientX <= right && top <= point.clientY && point.clientY <= bottom;
  return boxes.some(isInside) ? mark : undefined;
}
