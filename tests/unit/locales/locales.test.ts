import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

type Messages = Readonly<Record<string, string>>;

const read = (path: string): Messages => flatten(parse(readFileSync(path, 'utf8')) as object, '');

function flatten(value: object, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, string][] =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(flatten(inner, `${prefix}${key}.`))
        : [[prefix + key, String(inner)]],
    ),
  );
}

const inserts = (message: string) => [...new Set(message.match(/\$\d|%s/g))].sort().join();

const english = read('locales/en.yml');
const others = globSync('locales/*.yml')
  .filter((path) => !path.endsWith('en.yml'))
  .sort();

it('comes in German and Spanish', () => {
  expect(others.map((path) => path.replaceAll('\\', '/'))).toEqual(['locales/de.yml', 'locales/es.yml']);
});

it.each(others)('%s says everything that the English one says, and nothing else', (path) => {
  expect(Object.keys(read(path)).sort()).toEqual(Object.keys(english).sort());
});

it.each(others)('%s has the same inserts in each message', (path) => {
  const messages = read(path);
  const wrong = Object.keys(english).filter((key) => inserts(english[key] ?? '') !== inserts(messages[key] ?? ''));
  expect(wrong).toEqual([]);
});

it('has no string in the code of views', () => {
  const texts = globSync('{components,entrypoints}/**/*.tsx').flatMap((path) => {
    const code = readFileSync(path, 'utf8');
    const found = [
      ...code.matchAll(/(?:(?<!=)>|(?:title|label|placeholder|aria-label)=")\s*([A-Za-z][a-z]+ [^<>{}"=;()]*)(?:<|")/g),
    ];
    return found.map(([, text]) => `${path}: ${text}`);
  });
  expect(texts).toEqual([]);
});

/** Said by the manifest, or under a name that is put together. */
const ELSEWHERE = /^(ext|command)/;

it('has no message that nothing says', () => {
  const code = globSync('{components,entrypoints}/**/*.{ts,tsx}').map((path) => readFileSync(path, 'utf8'));
  const said = new Set(code.flatMap((text) => text.match(/(?<=['"])[a-zA-Z]+(?:\.[a-zA-Z0-9]+)?(?=['"])/g) ?? []));
  const keys = Object.keys(english).map((key) => key.replace(/\.[01n]$/, ''));
  expect([...new Set(keys)].filter((key) => !ELSEWHERE.test(key) && !said.has(key))).toEqual([]);
});
