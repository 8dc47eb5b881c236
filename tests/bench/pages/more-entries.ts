/** The built extension with another search index: as many entries as wanted, generated from ours. */
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Copies the build to `folder`, with the index of `entries` in place of its own. Throws where the build hides it. */
export function withEntries(root: string, folder: string, entries: readonly Entry[]): string {
  cpSync(buildFolder(root, 'chromium'), folder, { recursive: true });
  for (const path of globSync('chunks/*.js', { cwd: folder })) {
    const file = join(folder, path);
    const text = readFileSync(file, 'utf8');
    const at = /([`'"])\{\\?"ids\\?":\[/.exec(text);
    if (!at) continue;
    const quote = at[1] as string;
    let end = at.index + 1;
    while (text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
    const index = JSON.stringify(JSON.stringify(buildIndex(entries)));
    writeFileSync(file, text.slice(0, at.index) + index + text.slice(end + 1));
    return folder;
  }
  throw new Error('No search index in the build');
}
