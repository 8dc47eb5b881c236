/** Real pages to measure on: saved ones where they lie beside the project, else our own article. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import type { ServedPage } from '../../../scripts/lib/serve.ts';

export interface SavedPage {
  readonly id: string;
  readonly html: string;
}

const MANIFEST = v.array(v.object({ id: v.string(), file: v.string() }));
/** How often our own article stands in its page: together as long as a long article elsewhere. */
const REPEATED = 40;
/** No script of the page, nothing from elsewhere: what is left to measure is the extension. */
const POLICY = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };

/** `count` pages, taken evenly from all kinds that there are. */
export function savedPages(root: string, count: number): SavedPage[] {
  const folder = join(root, '../shared/eval');
  const manifest = join(folder, 'pages/manifest.json');
  if (!existsSync(manifest)) return [{ id: 'demo', html: demoPage().repeat(REPEATED) }];
  const all = v.parse(MANIFEST, JSON.parse(readFileSync(manifest, 'utf8')));
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, i) => all[Math.floor(i * step)])
    .filter((item) => item !== undefined)
    .map(({ id, file }) => ({ id, html: readFileSync(join(folder, file), 'utf8') }));
}

/** Answers for a server: each page at `/<id>`. */
export function answering(pages: readonly SavedPage[]): (path: string) => ServedPage | undefined {
  const bodies = new Map(pages.map(({ id, html }) => [`/${id}`, html]));
  return (path) => {
    const body = bodies.get(path);
    return body === undefined ? undefined : { body, headers: POLICY };
  };
}
