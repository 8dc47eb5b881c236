/** What the reader sees as one piece of text is matched as one, whatever elements it is made of, and nothing beyond it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileLexicon } from '../../../core/matching/compile.ts';
import { createMatcher } from '../../../core/matching/matcher.ts';
import { scanTree } from '../../../entrypoints/content-script/scan.ts';
import { pageIndex } from '../support/page-index.ts';

const form = (text: string) => ({ text, case: 'any' as const, inflect: 'noun' as const });
const entries = ['iron', 'iron zinc', 'magnesium', 'potassium', 'vitamin B12', 'zinc'].map((text) => ({
  id: text,
  forms: [form(text)],
}));
const none = { health: { strong: [], weak: [] }, other: [] };
const matcher = createMatcher(
  compileLexicon({ entries, vocabularies: none } as unknown as Parameters<typeof compileLexicon>[0]).payload,
);

async function marked(html: string): Promise<string[]> {
  document.body.innerHTML = html;
  const index = pageIndex(matcher, () => true, new AbortController().signal);
  const steps = scanTree(document, matcher.mayMatch, index, () => {});
  while (!steps.next().done);
  await index.settle();
  return [...index.containers()].flatMap((container) =>
    (index.settledIn(container) ?? []).map(({ block, match }) => block.text.slice(match.start, match.end)),
  );
}

test.for<[html: string, ...marks: string[]]>([
  ['<p>vitamin B<sub>12</sub></p>', 'vitamin B12'],
  ['<p><b>magne</b>sium</p>', 'magnesium'],
  ['<p>potas<!-- a comment -->sium</p>', 'potassium'],
  ['<p>mag<i>ne<b>si</b></i>um</p>', 'magnesium'],
  ['<p><i>m</i><i>a</i><i>g</i><i>n</i><i>e</i><i>s</i><i>i</i><i>u</i><i>m</i></p>', 'magnesium'],
  ['<p>magne&shy;si<wbr>um</p>', 'magnesium'],
  ['<p>vitamin&nbsp;<a href="#x">B12</a></p>', 'vitamin B12'],
  ['<p>vitamin<br>B12</p>', 'vitamin B12'],
  ['<p>iron <span>zinc</span></p>', 'iron zinc'],
  ['<ul><li>iron</li><li>zinc</li></ul>', 'iron', 'zinc'],
  ['<table><tr><td>iron</td><td>zinc</td></tr></table>', 'iron', 'zinc'],
  ['<p>iron</p>zinc', 'iron', 'zinc'],
  ['<div>iron<div>zinc</div></div>', 'iron', 'zinc'],
  ['<p>iron <img alt="and"> zinc</p>', 'iron', 'zinc'],
  ['<p>magne<code>x</code>sium</p>'],
  ['<textarea>magnesium</textarea><script>magnesium</script>'],
])('%s', async ([html, ...marks]) => {
  expect((await marked(html)).map((text) => text.replace(/[\u00a0\n]/g, ' ').replaceAll('\u00ad', '')).sort()).toEqual(
    marks.sort(),
  );
});

test('is the same however its text is cut into inline elements, comments and text nodes', async () => {
  const words = ['vitamin', ' ', 'B', '12', 'magne', 'sium', 'iron', 'zinc', 'potas', '\u00ad', '-', ', ', '. ', 'x'];
  const wraps = ['<b>|</b>', '<i><a href="#x">|</a></i>', '<span>|</span>', '<sub>|</sub>', '<!-- a -->|', '|<wbr>'];
  const piece = fc.tuple(fc.constantFrom(...words), fc.nat(6), fc.constantFrom(...wraps));
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const whole = await marked(`<p>${pieces.map(([word]) => word).join('')}</p>`);
      const cut = pieces.map(([word, at, wrap]) => wrap.replace('|', word.slice(0, at)) + word.slice(at));
      expect(await marked(`<p>${cut.join('')}</p>`)).toEqual(whole);
    }),
    { numRuns: 200 },
  );
});
