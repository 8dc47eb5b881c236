/** The demo article with live marks: the pointer or a click on one explains it beside the line. */
import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { EntryBrief } from '../../components/EntryBrief.tsx';
import { Icon } from '../../components/icons.tsx';
import { useEntry } from '../../components/library.ts';
import { t, WRITTEN } from '../../components/words.ts';
import type { Settings } from '../../core/settings/defaults.ts';
import { markName } from '../../core/settings/mark-rule.ts';
import { ARTICLE } from './article.ts';
import { findMarks, type Mark, shownAt, TEXTS } from './find-marks.ts';
import { MarkKeys } from './MarkKeys.tsx';

interface Props {
  settings: Settings;
  onExplained: () => void;
}

export function LiveArticle({ settings, onExplained }: Props) {
  const article = useRef<HTMLElement>(null);
  const [at, setAt] = useState<{ mark: Mark; id: string; byKey: boolean }>();
  const opener = useRef<Element | null>(null);
  const { density, dwell, enabled } = settings;
  const name = markName(settings);
  const all = useMemo(findMarks, []);
  const marks = useMemo(() => (enabled ? shownAt(all, density) : []), [all, density, enabled]);

  useEffect(() => {
    CSS.highlights.set(name, new Highlight(...marks.flatMap((mark) => rangeOf(article.current, mark) ?? [])));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [marks, name]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const explain = (mark: Mark) => {
      setAt({ mark, id: mark.id, byKey: false });
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
    const element = article.current;
    element?.addEventListener('pointermove', onMove);
    element?.addEventListener('click', onClick);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener('pointermove', onMove);
      element?.removeEventListener('click', onClick);
    };
  }, [marks, dwell, onExplained]);

  const close = () => {
    setAt(undefined);
    if (opener.current instanceof HTMLElement) opener.current.focus();
    opener.current = null;
  };
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && close();
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });

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
        <MarkKeys
          marks={marks}
          rangeOf={(mark) => rangeOf(article.current, mark)}
          onExplain={(mark) => {
            opener.current = document.activeElement;
            setAt({ mark, id: mark.id, byKey: true });
            onExplained();
          }}
        />
      </article>
      {at && (
        <Card
          id={at.id}
          anchor={() => rangeOf(article.current, at.mark)?.getBoundingClientRect() ?? new DOMRect()}
          isFocused={at.byKey}
          onOpenEntry={(id) => setAt({ ...at, id })}
          onClose={close}
        />
      )}
    </div>
  );
}

interface CardProps {
  id: string;
  anchor: () => DOMRect;
  /** It was opened by a key, which goes on in it. */
  isFocused: boolean;
  onOpenEntry: (id: string) => void;
  onClose: () => void;
}

function Card({ id, anchor, isFocused, onOpenEntry, onClose }: CardProps) {
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
  const isThere = entry !== undefined;
  useEffect(() => {
    if (isFocused && isThere) card.current?.focus();
  }, [isFocused, isThere]);
  return (
    <div class="demo-card" ref={card} hidden={!entry} tabIndex={-1}>
      <button type="button" class="button plain bare demo-close" aria-label={t('welcome.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
      {entry && <EntryBrief entry={entry} onOpenEntry={onOpenEntry} />}
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
