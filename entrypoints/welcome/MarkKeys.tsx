/**
 * The marks of the demo article for the keyboard: a transparent button over each, one of them a stop of the Tab key, arrows
 * from one to the next. The pointer goes through them to the text.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t, WRITTEN } from '../../components/words.ts';
import { type Mark, TEXTS } from './find-marks.ts';

interface Props {
  marks: readonly Mark[];
  rangeOf: (mark: Mark) => Range | undefined;
  onExplain: (mark: Mark) => void;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const MOVES: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function MarkKeys({ marks, rangeOf, onExplain }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const [current, setCurrent] = useState(0);
  useLayoutEffect(() => {
    const article = group.current?.parentElement;
    if (!article) return;
    const measure = () => setBoxes(marks.map((mark) => boxOf(rangeOf(mark), article)));
    const observer = new ResizeObserver(measure);
    observer.observe(article);
    measure();
    return () => observer.disconnect();
  }, [marks]);

  const stop = Math.min(current, marks.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = (stop + move + marks.length) % marks.length;
    setCurrent(next);
    (group.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no place over a text
    <div class="mark-keys" role="group" aria-label={t('welcome.marks')} ref={group} onKeyDown={onKeyDown}>
      {marks.map((mark, index) => (
        <button
          type="button"
          key={`${mark.text} ${mark.start}`}
          tabIndex={index === stop ? 0 : -1}
          aria-label={TEXTS[mark.text]?.text.slice(mark.start, mark.end)}
          style={boxes[index] && placed(boxes[index])}
          onFocus={() => setCurrent(index)}
          onClick={() => onExplain(mark)}
          {...WRITTEN}
        />
      ))}
    </div>
  );
}

/** The first line of the range, in the article's own coordinates. */
function boxOf(range: Range | undefined, article: Element): Box {
  const { left, top, width, height } = range?.getClientRects()[0] ?? new DOMRect();
  const frame = article.getBoundingClientRect();
  return { left: left - frame.left - article.clientLeft, top: top - frame.top - article.clientTop, width, height };
}

function placed({ left, top, width, height }: Box) {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
}
