/** The built extension with another search index: as many entries as wanted, generated from ours. */
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packHeadlines } from '../../../core/knowledge/headlines.ts';
import type { Entry } from '../../../core/knowledge/knowledge.ts';
import { buildIndex } from '../../../core/search/prebuilt.ts';
import { buildFolder } from '../../../scripts/lib/launch.ts';

/** Each word gets a beginning of its own in every copy, so that copies are entries of their own and words as many. */
const SYLLABLES = 'ba de fi go lu ma ne pi ro tu va xe'.split(' ');

/** `count` entries: ours, then copies of them under other names. */
export function moreEntries(entries: readonly Entry[], count: number): Entry[] {
  return Array.from({ length: count }, (_, i) => {
    const entry = entries[i % entries.length] as Entry;
    const copy = Math.floor(i / entries.length);
    if (copy === 0) return entry;
    const beginning = `${SYLLABLES[copy % 12]}${SYLLABLES[Math.floor(copy / 12) % 12]}`;
    const rename = (text: string) => text.replace(/\b[a-z]{4,}/gi, (word) => beginning + word.toLowerCase());
    return {
      ...entry,
      id: `${entry.id}-${copy}`,
      name: rename(entry.name),
      forms: entry.forms.map((form) => ({ ...form, text: rename(form.text) })),
      searchWords: entry.searchWords.map(rename),
    };
  });
}

/** Copies the build to `folder`, with names and search index of `entries` in place of its own. Throws where the build hides them. */
export function withEntries(root: string, folder: string, entries: readonly Entry[]): string {
  cpSync(buildFolder(root, 'chromium'), folder, { recursive: true });
  const replaced = globSync('chunks/*.js', { cwd: folder }).flatMap((path) => replaceIn(join(folder, path), entries));
  for (const what of ['headlines', 'index'])
    if (!replaced.includes(what))
      throw new Error(`No ${what} in the build: found ${replaced.join(', ') || 'nothing'}.`);
  return folder;
}

/** What was replaced in the file: each is one string literal of JSON that begins with the ids. */
function replaceIn(file: string, entries: readonly Entry[]): string[] {
  const text = readFileSync(file, 'utf8');
  const at = /([`'"])\{\\?"ids\\?":\[/.exec(text);
  if (!at) return [];
  const quote = at[1] as string;
  let end = at.index + 1;
  while (text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  const isIndex = text.slice(at.index, end).includes('"phrases');
  const json = JSON.stringify(isIndex ? buildIndex(entries) : packHeadlines(entries));
  writeFileSync(file, text.slice(0, at.index) + JSON.stringify(json) + text.slice(end + 1));
  return [isIndex ? 'index' : 'headlines'];
}
