import { describe, expect, it } from 'vitest';
import { closure, isOwn, sourceFiles } from './support/source.ts';

/** Room → what its files may import, beside files of their own room; docs/architecture.md draws it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  components: ['core'],
  entrypoints: ['components', 'core'],
  modules: ['core'],
  scripts: ['core'],
};
/** Arrows against the rule, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'entrypoints/popover → entrypoints/content-script/bridge.ts': 'the contract between the two scripts of one frame',
  'entrypoints/page-engine → entrypoints/content-script/bridge.ts': 'the same contract, for the second tier',
  'entrypoints/page-engine → entrypoints/content-script/engine.ts': 'the second tier starts it',
  'entrypoints/popover → entrypoints/content-script/dom.ts':
    'a page sets traps for both: the ways round them are the same',
  'modules/knowledge → scripts/lib/data-files.ts': 'the build and the command line read data/ alike',
  'scripts/bench.ts → tests/bench/support/suite.ts':
    'the command runs the benchmarks, which measure and assert nothing',
  'scripts/lib → entrypoints/welcome/article.ts': 'the demo article is the one of the welcome page',
};
/** Most lines a file may have, and those that need more, each with its reason. */
const MAX_LINES = 250;
const LONGER: Readonly<Record<string, string>> = {};
/** All that may come from outside the rooms into the script of every frame: weight and attack surface. */
const OUTSIDE_OF_CONTENT_SCRIPT = ['virtual:fascicle/triggers', 'wxt/utils/define-unlisted-script'];

/** All that the popup waits for from outside the rooms: no schemas, no search, no names of entries. */
const OUTSIDE_OF_POPUP = ['#i18n', 'preact', 'preact/hooks', 'wxt/browser'];

const product = sourceFiles(Object.keys(MAY_IMPORT));

/** `core`, or for an entrypoint its own folder: entrypoints do not know each other. */
const roomOf = (path: string) => path.split('/', path.startsWith('entrypoints/') ? 2 : 1).join('/');

describe('The arrows between rooms', () => {
  it('point one way', () => {
    const wrong = product.flatMap(({ path, imports }) =>
      imports
        .filter((target) => isOwn(target) && roomOf(target) !== roomOf(path))
        .filter((target) => !MAY_IMPORT[path.split('/')[0] ?? '']?.includes(roomOf(target)))
        .filter((target) => !(`${path.split('/', 2).join('/')} → ${target}` in EXCEPTIONS))
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('leave core without DOM, browser API and Node', () => {
    const core = product.filter(({ path }) => path.startsWith('core/'));
    const wrong = core.filter(
      ({ text, imports }) =>
        imports.some((target) => target.startsWith('node:') || target.startsWith('wxt')) ||
        /(?<!['\w.])(chrome|browser|window|navigator|localStorage)\.\w|\bdocument\.(body|query|create|getElement)/.test(
          text,
        ),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ['no library into the script of every frame', 'entrypoints/content-script/index.ts', OUTSIDE_OF_CONTENT_SCRIPT],
    ['nothing that can wait before the popup’s first paint', 'entrypoints/popup/main.tsx', OUTSIDE_OF_POPUP],
  ])('bring %s', (_what, from, expected) => {
    const outside = [...closure(from).values()].flatMap(({ needed }) => needed.filter((target) => !isOwn(target)));
    expect([...new Set(outside)].sort()).toEqual(expected);
  });
});

describe('The size of files', () => {
  const all = [...product, ...sourceFiles(['tests'])];

  it(`stays within ${MAX_LINES} lines, but for reasons given`, () => {
    const long = all.filter(({ path, lines }) => lines > MAX_LINES && !(path in LONGER));
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('has no reason left over', () => {
    const needless = Object.keys(LONGER).filter(
      (path) => !all.some((file) => file.path === path && file.lines > MAX_LINES),
    );
    expect(needless).toEqual([]);
  });

  it('is small in the middle', () => {
    const sizes = product.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(90);
  });
});
