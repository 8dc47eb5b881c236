/** A page that is edited, styled and scrolled at random, and what its reader sees of its marks. Knows no test runner. */
import fc from 'fast-check';
import { type Edit, edits, fraction, perform } from './edits.ts';

const PLAYGROUNDS = 30;
const ROUNDS = 4;
/** In one round. */
const LOOKS = 5;
const TEXT = 'Magnesium may help against a fasciculation; zinc and restless legs. ';
/** Without `display: contents`: far away, text that loses its box that way is not found near again. */
const STYLES = [
  'display:none',
  'visibility:hidden',
  'overflow:auto;height:60px',
  'overflow:hidden;height:40px',
  'columns:2',
  'transform:translateX(300px)',
  'content-visibility:auto',
  'content-visibility:hidden',
  'position:fixed;top:200px;left:50px;background:white',
  'float:right;width:200px',
  'height:3000px',
  'writing-mode:vertical-rl',
  '',
];

interface Look {
  readonly playground: number;
  readonly at: number;
  readonly style: string;
  readonly scroll: number;
}

const looks: fc.Arbitrary<Look> = fc.record({
  playground: fc.nat(PLAYGROUNDS - 1),
  at: fraction,
  style: fc.constantFrom(...STYLES),
  scroll: fraction,
});

/** Fills the page with playgrounds and changes them, some of it while the engine reads. */
export async function restyle(seed: number): Promise<void> {
  const all = Array.from({ length: PLAYGROUNDS }, () => document.body.appendChild(document.createElement('div')));
  for (const playground of all) playground.innerHTML = `<p>${TEXT.repeat(3)}</p><ul><li>${TEXT}</li><li>zinc</li></ul>`;
  // Nobody hears of classes at once.
  const editing = fc.sample(
    edits.filter(({ kind }) => kind !== 'class'),
    { numRuns: ROUNDS * PLAYGROUNDS, seed },
  );
  const looking = fc.sample(looks, { numRuns: ROUNDS * LOOKS, seed });
  for (let round = 0; round < ROUNDS; round++) {
    for (const playground of all) perform(editing.shift() as Edit, playground);
    for (const { playground, at, style, scroll } of looking.splice(0, LOOKS)) {
      const elements = [...(all[playground]?.querySelectorAll<HTMLElement>('*') ?? [])];
      const element = elements[Math.floor(at * elements.length)];
      if (element) {
        element.style.cssText = style;
        element.scrollTop = scroll * element.scrollHeight;
      }
      scrollTo(0, scroll * document.documentElement.scrollHeight);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50 + round * 200);
    });
  }
}

/** Marked words that are in sight, each with its place. */
export function seenMarks(): string[] {
  const seen: string[] = [];
  for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
    for (const range of highlight) {
      const live = document.createRange();
      try {
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
      } catch {
        continue;
      }
      const { x, y, width, height } = live.getClientRects()[0] ?? new DOMRect();
      if (width === 0) continue;
      const parent = live.startContainer.parentElement;
      const root = live.startContainer.getRootNode() as Document | ShadowRoot;
      if (root.elementFromPoint(x + width / 2, y + height / 2) === parent)
        seen.push(`${name} ${live.toString()} ${Math.round(x)} ${Math.round(y)}`);
    }
  }
  return seen.sort();
}
