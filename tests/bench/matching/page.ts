/** What runs inside the page: every candidate, timed by the page's own clock. Bundled into one script. */
import type { LexiconPayload } from '../../../core/matching/lexicon.ts';
import { openScanTriggers, type ScanTriggers } from '../../../core/matching/scan-triggers.ts';
import { openTriggers, type PackedTriggers } from '../../../core/matching/triggers.ts';
import { ours } from './ours.ts';
import { eachText, type Find, RIVALS } from './rivals.ts';

/** Everything that a candidate may need to prepare itself. */
export interface Supplies {
  readonly forms: readonly string[];
  readonly triggers: PackedTriggers;
  readonly scanTriggers: ScanTriggers;
  readonly lexicons: Readonly<Record<string, LexiconPayload>>;
}

/** The candidates that are not other people's; a name after `ours: ` is a lexicon's. */
const OWN: Readonly<Record<string, (supplies: Supplies) => Find>> = {
  floor: () => (root, found) => {
    let length = 0;
    eachText(root, (text) => {
      length += text.length;
    });
    if (length < 0) found('');
  },
  'floor + charCode loop': () => (root, found) => {
    let value = 0;
    eachText(root, (text) => {
      for (let i = 0; i < text.length; i++) value = (value + text.charCodeAt(i)) | 0;
    });
    if (value === 1) found('');
  },
  'ours: triggers of a page': ({ triggers }) => {
    const fires = openTriggers(triggers);
    return (root, found) => eachText(root, (text) => fires(text) && found(text));
  },
  'ours: triggers of a text': ({ scanTriggers }) => {
    const mayMatch = openScanTriggers(scanTriggers);
    return (root, found) => eachText(root, (text) => mayMatch(text) && found(text));
  },
};

const prepared = new Map<string, Find>();

/** Takes out what no candidate should read, and puts pages together into one where there are several. */
export function settle(pages: readonly string[]): number {
  for (const html of pages) {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const section = document.createElement('div');
    section.append(...parsed.body.childNodes);
    document.body.append(section);
  }
  for (const element of document.body.querySelectorAll('script, style, noscript, template, textarea')) element.remove();
  return (document.body.textContent ?? '').length;
}

/** Prepares a candidate; answers the milliseconds that it took. */
export function prepare(name: string, supplies: Supplies): number {
  const lexicon = supplies.lexicons[name];
  const start = performance.now();
  const find = lexicon ? ours(lexicon) : (OWN[name]?.(supplies) ?? RIVALS[name]?.(supplies.forms));
  if (!find) throw new Error(`No candidate ${name}`);
  prepared.set(name, find);
  return performance.now() - start;
}

/** One pass of a candidate over the page: its milliseconds and how much it found. */
export function pass(name: string): { readonly ms: number; readonly found: number } {
  const find = prepared.get(name);
  if (!find) throw new Error(`${name} is not prepared`);
  let found = 0;
  const start = performance.now();
  find(document.body, () => {
    found++;
  });
  return { ms: performance.now() - start, found };
}
