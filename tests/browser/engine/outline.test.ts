/** The kept order of places is that of the page, however they come, move and go. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { Outline } from '../../../entrypoints/content-script/outline.ts';

type Place = Element | ShadowRoot;

let held: Set<Place>;
let outline: Outline;

beforeEach(() => {
  document.body.innerHTML = '<main></main><x-host></x-host><footer></footer>';
  document.querySelector('x-host')?.attachShadow({ mode: 'open' });
  held = new Set();
  outline = new Outline((place) => held.has(place));
});

const parents = (): Place[] => {
  const host = document.querySelector('x-host');
  return [
    ...document.querySelectorAll('main, main div, footer, x-host'),
    ...(host?.shadowRoot ? [host.shadowRoot] : []),
  ];
};
const at = <T>(list: readonly T[], where: number): T => list[Math.floor(where * list.length)] as T;

function put(place: Element, where: number, beside: number): void {
  const parent = at(
    parents().filter((one) => !place.contains(one) && !(one instanceof ShadowRoot && place.contains(one.host))),
    where,
  );
  parent.insertBefore(place, parent.childNodes[Math.floor(beside * (parent.childNodes.length + 1))] ?? null);
}

/** Places held, in the order of the page, by a walk of their own. */
function inOrder(root: Node, found: Place[] = []): Place[] {
  if (held.has(root as Place)) found.push(root as Place);
  if (root instanceof Element && root.shadowRoot) inOrder(root.shadowRoot, found);
  for (const child of root.childNodes) inOrder(child, found);
  return found;
}

function sorted(): Place[] {
  const steps = outline.sort();
  while (!steps.next().done);
  return outline.order.filter((place) => place.isConnected && held.has(place));
}

const edit = fc.record({
  kind: fc.constantFrom('one', 'some', 'many', 'run', 'move', 'shift', 'remove', 'root'),
  where: fc.double({ min: 0, max: 0.999, noNaN: true }),
  beside: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

test('after any sequence of edits', () => {
  const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
    document.querySelector('main')?.replaceChildren();
    document.querySelector('footer')?.replaceChildren();
    document.querySelector('x-host')?.replaceChildren();
    document.querySelector('x-host')?.shadowRoot?.replaceChildren();
    held.clear();
    outline = new Outline((place) => held.has(place));
    for (const { kind, where, beside } of edits) {
      const meet = (place: Place) => {
        held.add(place);
        outline.meet(place);
      };
      const places = [...held].filter((place) => place instanceof Element && place.isConnected) as Element[];
      if (kind === 'one' || kind === 'some' || kind === 'many') {
        for (let i = 0; i < (kind === 'one' ? 1 : kind === 'some' ? 5 : 40); i++) {
          const place = document.createElement(i % 3 === 0 ? 'div' : 'p');
          put(place, (where + i * 0.37) % 1, (beside + i * 0.61) % 1);
          meet(place);
        }
      } else if (kind === 'run') {
        const box = document.createElement('div');
        put(box, where, beside);
        for (let i = 0; i < 30; i++) meet(box.appendChild(document.createElement('p')));
      } else if (kind === 'move' || kind === 'shift') {
        for (const place of kind === 'move' ? places.slice(0, 1) : places.filter((_, i) => i % 2 === 0)) {
          put(place, where, beside);
          for (const inner of [place, ...place.querySelectorAll('*')]) if (held.has(inner)) outline.meet(inner);
        }
      } else if (kind === 'remove' && places.length > 0) at(places, where).remove();
      else if (kind === 'root') meet(document.querySelector('x-host')?.shadowRoot as ShadowRoot);
      const order = inOrder(document.body);
      // By their places: elements that look alike count as equal.
      expect(sorted().map((place) => order.indexOf(place))).toEqual([...order.keys()]);
      const [first, second] = [at(order, Math.min(where, beside)), at(order, Math.max(where, beside))];
      if (first && second && first !== second) expect(outline.isBefore(first, second)).toBe(true);
    }
  });
  fc.assert(property, { numRuns: 1000 });
}, 120_000);
